package io.countersign.sandbox.cli;

import io.countersign.sandbox.Sandbox;
import io.countersign.sandbox.settings.Progress;
import io.countersign.sandbox.settings.SandboxException;
import io.countersign.sandbox.settings.SandboxFiles;
import io.countersign.sandbox.settings.SandboxSettings;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which sandbox is meant. */
final class DirectoryOption {
    @Option(
            names = "--dir",
            paramLabel = "DIR",
            description = "Where the sandbox keeps its data (default: .sandbox in the project).")
    private @Nullable Path directory;

    SandboxFiles files() {
        return directory == null ? SandboxSettings.defaults().files() : new SandboxFiles(directory);
    }

    /** For a command that is to be typed next: the same option again, after a space; nothing when it was not said. */
    String again() {
        return directory == null ? "" : " --dir " + directory;
    }

    Sandbox running() {
        SandboxFiles files = files();
        return Sandbox.running(files, Progress.SILENT)
                .orElseThrow(() -> new SandboxException(
                        "no sandbox runs in " + files.root() + ": start one with bin/countersign sandbox" + again()));
    }
}
