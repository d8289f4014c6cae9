package io.countersign.sandbox.process;

import io.countersign.sandbox.settings.SandboxException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Starts described processes and waits until they are ready. */
public final class ProcessStarter {
    /** Ten processes that start at once on two busy cores take minutes. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final long POLL_MILLIS = 100;
    private static final int TAIL_LINES = 25;

    /**
     * Ctrl-C reaches every process of a terminal, and a closing terminal hangs them all up; the children must end in
     * order instead, or outlive it. An ignored signal stays ignored across exec.
     */
    private static final List<String> SHIELD = List.of("/bin/sh", "-c", "trap '' HUP INT; exec \"$@\"", "sh");

    private ProcessStarter() {}

    public static ProcessRef start(ProcessDescription description) {
        List<String> command = new ArrayList<>(SHIELD);
        command.addAll(description.command());
        try {
            Process process = new ProcessBuilder(command)
                    .directory(description.log().resolveSibling(".").normalize().toFile())
                    .redirectInput(Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectErrorStream(true)
                    .redirectOutput(Redirect.appendTo(description.log().toFile()))
                    .start();
            return ProcessRef.of(process.toHandle());
        } catch (IOException e) {
            throw new SandboxException("cannot start " + description.role().label() + ": " + e.getMessage(), e);
        }
    }

    /** Returns when it is ready, throws with the end of its log when it never will be. */
    public static void awaitReady(ProcessDescription description, ProcessRef process) throws InterruptedException {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (!description.readiness().isReady()) {
            if (!process.isAlive()) {
                throw failure(description, "ended while it started");
            }
            if (Instant.now().isAfter(deadline)) {
                throw failure(description, "is not ready after " + PATIENCE.toSeconds() + " s");
            }
            Thread.sleep(POLL_MILLIS);
        }
    }

    private static SandboxException failure(ProcessDescription description, String what) {
        return new SandboxException(String.format(
                "%s %s; the last lines of %s:%n%s",
                description.role().label(), what, description.log(), tail(description.log())));
    }

    private static String tail(Path log) {
        try {
            List<String> lines =
                    Files.readString(log, Charset.defaultCharset()).lines().toList();
            return String.join("\n", lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
