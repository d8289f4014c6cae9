package io.countersign.sandbox;

import io.countersign.sandbox.settings.Role;
import io.countersign.sandbox.settings.SandboxException;
import io.countersign.sandbox.settings.SandboxFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Keeps the logs of the last run beside those of this one, and no older ones. */
final class PreviousLogs {
    private PreviousLogs() {}

    static void setAside(SandboxFiles files) {
        for (Role role : Role.values()) {
            Path log = files.log(role);
            if (Files.exists(log)) {
                move(log, log.resolveSibling(role.label() + ".previous.log"));
            }
        }
    }

    private static void move(Path from, Path to) {
        try {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new SandboxException("cannot move " + from + ": " + e.getMessage(), e);
        }
    }
}
