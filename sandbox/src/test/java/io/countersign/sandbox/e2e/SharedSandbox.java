package io.countersign.sandbox.e2e;

import io.countersign.sandbox.Sandbox;
import io.countersign.sandbox.settings.Ports;
import io.countersign.sandbox.settings.SandboxFiles;
import io.countersign.sandbox.settings.SandboxSettings;
import java.nio.file.Path;
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
        SandboxFiles files = new SandboxFiles(Path.of("target", name));
        files.deleteData();
        try {
            return Sandbox.start(
                    SandboxSettings.defaults().in(files.root()).on(Ports.free()).reportingTo(System.out::println));
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted while the sandbox started", e);
        }
    }
}
