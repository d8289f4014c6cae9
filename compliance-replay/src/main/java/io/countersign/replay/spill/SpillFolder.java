package io.countersign.replay.spill;

import io.countersign.replay.source.UnusableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A folder of accounts in the clear: only its owner may read it, and it goes with whoever made it, also when that is told to end. */
final class SpillFolder implements AutoCloseable {

    private static final String PREFIX = "countersign-replay-";

    private final Path path;
    private final Thread lastWill;

    private SpillFolder(Path path) {
        this.path = path;
        this.lastWill = new Thread(this::deleteWhatIsThere, "spill-folder");
    }

    /** A new one below {@code parent}. */
    static SpillFolder in(Path parent) throws IOException {
        SpillFolder folder = new SpillFolder(Files.createTempDirectory(parent, PREFIX));
        Runtime.getRuntime().addShutdownHook(folder.lastWill);
        return folder;
    }

    Path path() {
        return path;
    }

    @Override
    public void close() {
        try {
            delete();
        } catch (IOException e) {
            throw new UnusableException("cannot delete " + path, e);
        }
        try {
            boolean ignored = Runtime.getRuntime().removeShutdownHook(lastWill);
        } catch (IllegalStateException ending) {
            // The process ends, and this thread was quick enough.
        }
    }

    private void delete() throws IOException {
        try (Stream<Path> files = Files.walk(path)) {
            for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        }
    }

    /** Others may still write while the process ends: a second look finds what they made during the first. */
    private void deleteWhatIsThere() {
        for (int attempt = 0; attempt < 3 && Files.exists(path); attempt++) {
            try {
                delete();
            } catch (IOException changed) {
                // Looked at again; what is left after that is named in docs/reference/replay.md.
            }
        }
    }
}
