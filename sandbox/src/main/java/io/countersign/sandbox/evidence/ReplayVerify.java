package io.countersign.sandbox.evidence;

import io.countersign.sandbox.Sandbox;
import io.countersign.sandbox.keys.KeyFile;
import io.countersign.sandbox.settings.SandboxSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The auditors' command line, as a process of its own. */
public record ReplayVerify(int exitCode, String said) {
    /** Reads every topic from its beginning; 0 when everything agrees. */
    public static ReplayVerify run(Sandbox sandbox) throws InterruptedException {
        return replay(
                "verify",
                "--bootstrap-servers=" + sandbox.addresses().kafka(),
                "--registry-url=" + sandbox.addresses().registry(),
                "--decision-keys=" + sandbox.files().keys().resolve(KeyFile.ENGINE_SIGN_PUBLIC.fileName()),
                "--wrapping-keys="
                        + KeyFile.DATA_KEY_WRAPPING.in(sandbox.files().keys()));
    }

    /** Any verb of it. */
    public static ReplayVerify replay(String... args) throws InterruptedException {
        Path libraries = SandboxSettings.defaults().home().resolve("compliance-replay/target/lib/*");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                libraries.toString(),
                "io.countersign.replay.ReplayCommand"));
        command.addAll(List.of(args));
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
