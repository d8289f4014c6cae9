package io.countersign.sandbox.project;

import java.nio.file.Files;
import java.nio.file.Path;

/** The checkout that is tested. */
final class Project {

    private Project() {}

    static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("ARCHITECTURE.md"))) {
            folder = folder.getParent();
            if (folder == null) {
                throw new IllegalStateException(
                        "not inside the checkout: " + Path.of("").toAbsolutePath());
            }
        }
        return folder;
    }
}
