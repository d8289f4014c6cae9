package io.countersign.sandbox.standin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The stand-in as a process of its own. */
@Timeout(60)
class StandInProcessTest {

    @Test
    void saysWhereItListensAndEndsOnSigterm() throws Exception {
        Process process = start(List.of("--port", "0", "--control-port", "0"));

        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            assertThat(output.readLine())
                    .matches(
                            "stand-in ready on http://127\\.0\\.0\\.1:[0-9]+, control on http://127\\.0\\.0\\.1:[0-9]+");
            // By its handle, as the process itself would close the stream that is still to be read.
            assertThat(process.toHandle().destroy()).isTrue();
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(output.readLine()).isNull();
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.exitValue()).as("ended by SIGTERM").isEqualTo(128 + 15);
    }

    @Test
    void aTakenPortIsOneLineAndExitCodeOne() throws Exception {
        try (Binance running = new Binance()) {
            Process process = start(List.of("--port", Integer.toString(running.port()), "--control-port", "0"));

            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(1);
            assertThat(errors(process))
                    .singleElement()
                    .asString()
                    .startsWith("stand-in: cannot listen on 127.0.0.1:" + running.port());
        }
    }

    @Test
    void argumentsItDoesNotKnowAreAnsweredWithItsUsage() throws Exception {
        Process process = start(List.of("--prot", "1"));

        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(2);
        assertThat(errors(process)).singleElement().isEqualTo(StandInOptions.USAGE);
    }

    private static List<String> errors(Process process) throws IOException {
        try (BufferedReader errors = process.errorReader(StandardCharsets.UTF_8)) {
            return errors.lines().toList();
        }
    }

    private static Process start(List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                StandInMain.class.getName()));
        command.addAll(arguments);
        return new ProcessBuilder(command).start();
    }
}
