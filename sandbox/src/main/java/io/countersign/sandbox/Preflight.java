package io.countersign.sandbox;

import io.countersign.sandbox.kafka.BrokerMain;
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
        checkBrokers();
        checkPorts();
    }

    /** A record that was kept once cannot be found on three brokers, nor the other way round. */
    private void checkBrokers() {
        boolean used = Files.exists(settings.files().kafka(1).resolve(BrokerMain.FORMATTED));
        boolean many = Files.exists(settings.files().kafka(2).resolve(BrokerMain.FORMATTED));
        if (used && many != settings.brokers() > 1) {
            throw new SandboxException("the records in %s were written by %d brokers, not %d: start once with --fresh"
                    .formatted(settings.files().root(), many ? Role.BROKERS.size() : 1, settings.brokers()));
        }
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
