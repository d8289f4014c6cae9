package io.countersign.sandbox.e2e;

import io.countersign.sandbox.Sandbox;
import io.countersign.sandbox.TestSandbox;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** Gives every test class the same fresh sandbox, which ends after the last of them. Its logs stay under target. */
public final class SharedSandbox extends SandboxResolver {
    private static final Namespace NAMESPACE = Namespace.create(SharedSandbox.class);

    @Override
    Sandbox sandbox(ExtensionContext context) {
        return context.getRoot().getStore(NAMESPACE).computeIfAbsent(Sandbox.class, key -> start("e2e"), Sandbox.class);
    }

    static Sandbox start(String name) {
        try {
            return Sandbox.start(TestSandbox.settings(name));
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted while the sandbox started", e);
        }
    }
}
