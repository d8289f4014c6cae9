package io.countersign.sandbox;

import io.countersign.sandbox.settings.Ports;
import io.countersign.sandbox.settings.Role;
import io.countersign.sandbox.settings.SandboxException;
import io.countersign.sandbox.settings.SandboxSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Refuses to start where it could only fail half-way. */
final class Preflight {
    private static final long GIBIBYTE = 1L << 30;
    private static final int OLDEST_JAVA = 21;

    private final SandboxSettings settings;

    Preflight(SandboxSettings settings) {
        this.settings = settings;
    }

    void check() {
        checkJava();
        new Artifacts(settings.home()).check(settings.roles());
        checkDisk(settings.files().root());
        checkPorts();
    }

    private static void checkJava() {
        int feature = Runtime.version().feature();
        if (feature < OLDEST_JAVA) {
            throw new SandboxException("a JDK " + OLDEST_JAVA + " or newer is needed, this is " + feature);
        }
    }

    private static void checkDisk(Path directory) {
        try {
            long free = Files.getFileStore(directory).getUsableSpace();
            if (free < GIBIBYTE) {
                throw new SandboxException(String.format(
                        "the disk of %s has %d MiB free, the sandbox needs 1 GiB: make room, or choose another --dir",
                        directory, free >> 20));
            }
        } catch (IOException e) {
            throw new SandboxException("cannot read how much room " + directory + " has", e);
        }
    }

    private void checkPorts() {
        List<String> taken = new ArrayList<>();
        for (Role role : settings.roles()) {
            settings.ports().of(role).forEach((name, port) -> {
                if (!Ports.isFree(port)) {
                    taken.add(port + " (" + name + ")");
                }
            });
        }
        if (!taken.isEmpty()) {
            throw new SandboxException("taken by another program on " + Ports.HOST + ": port "
                    + String.join(", port ", taken)
                    + ". End what listens there (lsof -i :PORT or ss -ltnp shows it), or shift all ports with"
                    + " --port-offset 100");
        }
    }
}
