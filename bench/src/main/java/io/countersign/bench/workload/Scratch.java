package io.countersign.bench.workload;

import io.countersign.sandbox.settings.SandboxException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A directory for one run's sandbox, which is deleted in the end. */
public record Scratch(Path directory) implements AutoCloseable {

    public static Scratch create() {
        try {
            return new Scratch(Files.createTempDirectory("countersign-bench"));
        } catch (IOException e) {
            throw new UncheckedIOException("no directory for the sandbox", e);
        }
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
