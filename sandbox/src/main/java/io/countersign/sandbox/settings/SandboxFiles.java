package io.countersign.sandbox.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Where one sandbox keeps what it writes. */
public record SandboxFiles(Path root) {
    public SandboxFiles {
        root = root.toAbsolutePath().normalize();
    }

    /** The first broker's. */
    public Path kafka() {
        return kafka(1);
    }

    /** Each broker has a folder of its own; its number is from 1 on. */
    public Path kafka(int number) {
        return root.resolve(number == 1 ? "kafka" : "kafka-" + number);
    }

    public Path registry() {
        return root.resolve("registry");
    }

    public Path engineState() {
        return root.resolve("risk-engine");
    }

    /** Each engine has a folder of its own. */
    public Path engine2State() {
        return root.resolve("risk-engine-2");
    }

    public Path keys() {
        return root.resolve("keys");
    }

    public Path logs() {
        return root.resolve("logs");
    }

    public Path log(Role role) {
        return logs().resolve(role.label() + ".log");
    }

    /** What runs, for people and scripts. */
    public Path description() {
        return root.resolve("sandbox.json");
    }

    public Path lock() {
        return root.resolve("lock");
    }

    public void create() {
        try {
            for (Path directory : List.of(root, kafka(), registry(), engineState(), engine2State(), keys(), logs())) {
                Files.createDirectories(directory);
            }
        } catch (IOException e) {
            throw new SandboxException("cannot write to " + root + ": " + e.getMessage(), e);
        }
    }

    /** Forgets every record, key and log. Only for a sandbox that does not run. */
    public void deleteData() {
        for (Path directory :
                List.of(kafka(), kafka(2), kafka(3), registry(), engineState(), engine2State(), keys(), logs())) {
            delete(directory);
        }
    }

    private static void delete(Path directory) {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(directory)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + directory, e);
        }
    }
}
