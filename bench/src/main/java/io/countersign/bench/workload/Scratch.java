package io.countersign.bench.workload;

import io.countersign.sandbox.settings.Ports;
import io.countersign.sandbox.settings.SandboxException;
import io.countersign.sandbox.settings.SandboxSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * A directory for one run's sandbox, which is deleted in the end.
 *
 * @param isQuick the run is over before an optimising compiler would have been of use
 */
public record Scratch(Path directory, boolean isQuick) implements AutoCloseable {

    public static Scratch create(boolean isQuick) {
        try {
            return new Scratch(Files.createTempDirectory("countersign-bench"), isQuick);
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
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> {
                if (!file.toFile().delete()) {
                    throw new SandboxException("cannot delete " + file);
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + directory, e);
        }
    }
}
