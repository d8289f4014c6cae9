package io.countersign.bench.workload;

import io.countersign.sandbox.settings.Ports;
import io.countersign.sandbox.settings.SandboxSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * A directory for one run's sandbox, which is deleted in the end.
 *
 * @param isQuick the run is over before an optimising compiler would have been of use
 */
public record Scratch(Path directory, boolean isQuick) implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration POLL = Duration.ofMillis(100);

    /** Also gone when the run is ended early: a journal of millions is tens of gigabytes. */
    public static Scratch create(boolean isQuick) {
        try {
            Scratch scratch = new Scratch(Files.createTempDirectory("countersign-bench"), isQuick);
            Runtime.getRuntime().addShutdownHook(new Thread(scratch::deleteAtExit, "delete-scratch"));
            return scratch;
        } catch (IOException e) {
            throw new UncheckedIOException("no directory for the sandbox", e);
        }
    }

    /** A whole system here, on free ports. */
    public SandboxSettings settings() {
        SandboxSettings settings = SandboxSettings.defaults().in(directory).on(Ports.free());
        return isQuick ? settings.startingFast() : settings;
    }

    @Override
    public void close() {
        try {
            delete();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + directory, e);
        }
    }

    /** Processes that are ended at the same time may write for a moment. */
    private void deleteAtExit() {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (Files.exists(directory) && Instant.now().isBefore(deadline)) {
            try {
                delete();
            } catch (IOException | UncheckedIOException written) {
                LockSupport.parkNanos(POLL.toNanos());
            }
        }
    }

    private void delete() throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
