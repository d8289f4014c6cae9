package io.countersign.sandbox.e2e;

import io.countersign.sandbox.Sandbox;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** Gives a test class a sandbox of its own: whoever compares everything must be the only one there. */
public final class OwnSandbox extends SandboxResolver {
    private static final Namespace NAMESPACE = Namespace.create(OwnSandbox.class);

    @Override
    Sandbox sandbox(ExtensionContext context) {
        String name = context.getRequiredTestClass().getSimpleName();
        return context.getStore(NAMESPACE)
                .computeIfAbsent(Sandbox.class, key -> SharedSandbox.start(name), Sandbox.class);
    }
}
