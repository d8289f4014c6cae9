package io.countersign.sandbox.e2e;

import io.countersign.sandbox.Sandbox;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives a test class a sandbox of its own: whoever compares everything must be the only one there. */
public final class OwnSandbox implements ParameterResolver {
    private static final Namespace NAMESPACE = Namespace.create(OwnSandbox.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Sandbox.class;
    }

    @Override
    public Sandbox resolveParameter(ParameterContext parameter, ExtensionContext context) {
        String name = context.getRequiredTestClass().getSimpleName();
        return context.getStore(NAMESPACE)
                .computeIfAbsent(Sandbox.class, key -> SharedSandbox.start(name), Sandbox.class);
    }
}
