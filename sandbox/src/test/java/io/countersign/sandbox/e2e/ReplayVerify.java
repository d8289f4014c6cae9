package io.countersign.sandbox.e2e;

import io.countersign.sandbox.Sandbox;
import io.countersign.sandbox.keys.KeyFile;
import io.countersign.sandbox.settings.SandboxSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** The auditors' command line, as a process of its own. */
record ReplayVerify(int exitCode, String said) {
    static ReplayVerify run(Sandbox sandbox) throws InterruptedException {
        Path libraries = SandboxSettings.defaults().home().resolve("compliance-replay/target/lib/*");
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                libraries.toString(),
                "io.countersign.replay.ReplayCommand",
                "verify",
                "--bootstrap-servers=" + sandbox.addresses().kafka(),
                "--registry-url=" + sandbox.addresses().registry(),
                "--decision-keys=" + sandbox.files().keys().resolve(KeyFile.ENGINE_SIGN_PUBLIC.fileName()));
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new ReplayVerify(process.waitFor(), said);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
