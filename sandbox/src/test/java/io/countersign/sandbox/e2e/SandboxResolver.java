package io.countersign.sandbox.e2e;

import io.countersign.sandbox.Sandbox;
import io.countersign.sandbox.demo.world.DemoWorld;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives a test class a sandbox, and a world of accounts in it that ends with the class. */
abstract class SandboxResolver implements ParameterResolver {
    private static final Namespace NAMESPACE = Namespace.create(SandboxResolver.class);

    /** The sandbox of the test class; it is kept, and ends, where the implementation says. */
    abstract Sandbox sandbox(ExtensionContext context);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == Sandbox.class || type == DemoWorld.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Sandbox sandbox = sandbox(context);
        if (parameter.getParameter().getType() == Sandbox.class) {
            return sandbox;
        }
        return context.getStore(NAMESPACE)
                .computeIfAbsent(DemoWorld.class, key -> DemoWorld.of(sandbox), DemoWorld.class);
    }
}
