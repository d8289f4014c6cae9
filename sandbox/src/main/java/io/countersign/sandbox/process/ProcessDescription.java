package io.countersign.sandbox.process;

import io.countersign.sandbox.settings.Role;
import java.nio.file.Path;
import java.util.List;

/** Everything needed to start one process and to know when it is ready. */
public record ProcessDescription(Role role, List<String> command, Path log, String address, Readiness readiness) {
    public ProcessDescription {
        command = List.copyOf(command);
    }
}
