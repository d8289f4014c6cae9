package io.countersign.sandbox.evidence;

import io.countersign.sandbox.settings.SandboxSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The auditors' command line, as a process of its own. */
public record ReplayVerify(int exitCode, String said) {
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
