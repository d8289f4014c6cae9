package io.countersign.bench.peer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** PostgreSQL's own programs, where Debian's packages put them. */
public record PostgresBinaries(Path directory) {

    /** What to do when there are none. */
    public static final String REMEDY = "PostgreSQL is not installed: apt install postgresql";

    private static final Path VERSIONS = Path.of("/usr/lib/postgresql");

    /** The newest version that is whole; empty when none is installed. */
    public static Optional<PostgresBinaries> find() {
        if (!Files.isDirectory(VERSIONS)) {
            return Optional.empty();
        }
        try (Stream<Path> versions = Files.list(VERSIONS)) {
            return versions.map(version -> new PostgresBinaries(version.resolve("bin")))
                    .filter(PostgresBinaries::isWhole)
                    .max(Comparator.comparingInt(PostgresBinaries::version));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look into " + VERSIONS, e);
        }
    }

    /** The major version by the name of its folder. */
    public int version() {
        String digits =
                directory.getName(directory.getNameCount() - 2).toString().replaceAll("\\D", "");
        return digits.isEmpty() ? 0 : Integer.parseInt(digits);
    }

    String program(String name) {
        return directory.resolve(name).toString();
    }

    private boolean isWhole() {
        return Stream.of("initdb", "postgres", "pg_ctl").allMatch(name -> Files.isExecutable(directory.resolve(name)));
    }
}
