package io.countersign.bench.workload;

import io.countersign.sandbox.process.HttpReadiness;
import io.countersign.sandbox.process.ProcessRef;
import io.countersign.sandbox.process.Readiness;
import io.countersign.sandbox.settings.SandboxException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Processes of the bench's own, beside the sandbox's. */
public final class BenchProcess {

    private static final Duration AFTER_TERM = Duration.ofSeconds(20);
    private static final Duration TO_START = Duration.ofSeconds(30);
    private static final long POLL_MILLIS = 50;

    private BenchProcess() {}

    /** Starts {@code command}; {@code log} is for what it says. */
    public static ProcessRef start(List<String> command, Path log) {
        try {
            Files.createDirectories(log.getParent());
            ProcessHandle handle = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start()
                    .toHandle();
            return new ProcessRef(handle.pid(), handle.info().startInstant().orElseGet(Instant::now));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start " + log.getFileName(), e);
        }
    }

    /** Returns when {@code address} answers; fails, with {@code log} to read, when the process ended or takes too long. */
    public static void awaitReady(Process process, String address, Path log) throws InterruptedException {
        Readiness readiness = new HttpReadiness(URI.create(address + "/ready"));
        Instant deadline = Instant.now().plus(TO_START);
        while (!readiness.isReady()) {
            if (!process.isAlive() || Instant.now().isAfter(deadline)) {
                process.destroyForcibly();
                throw new SandboxException("a process did not start; see " + log);
            }
            Thread.sleep(POLL_MILLIS);
        }
    }

    /** Whoever ends the bench ends what it started, frozen or not. */
    public static void killAllAtExit() {
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> ProcessHandle.current().children().forEach(ProcessHandle::destroyForcibly),
                        "kill-processes"));
    }

    /** Lets it end, and makes it when it does not. */
    public static void end(ProcessRef process) {
        process.terminate();
        try {
            if (!process.awaitEnd(AFTER_TERM)) {
                process.kill();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.kill();
        }
    }
}
