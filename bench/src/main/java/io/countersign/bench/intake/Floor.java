package io.countersign.bench.intake;

import io.countersign.bench.workload.BenchProcess;
import io.countersign.bench.workload.FreePort;
import io.countersign.sandbox.Sandbox;
import io.countersign.sandbox.kafka.TopicSetup;
import io.countersign.sandbox.settings.Ports;
import io.countersign.sandbox.settings.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.NewTopic;

/** The floor as a process of its own, with the gateway's JVM options and the broker that the gateway writes to. */
final class Floor implements AutoCloseable {

    private static final String TOPIC = "countersign.bench.floor";
    private static final int PARTITIONS = 4;
    private static final short REPLICATION = 1;
    private static final int HEAP_MEGABYTES = 512;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Process process;
    private final String address;

    private Floor(Process process, String address) {
        this.process = process;
        this.address = address;
    }

    /** Returns when it answers. */
    static Floor start(Sandbox sandbox, int recordOctets) throws InterruptedException {
        new TopicSetup(sandbox.addresses().kafka()).ensure(List.of(new NewTopic(TOPIC, PARTITIONS, REPLICATION)));
        int port = FreePort.find();
        Path log = sandbox.files().log(Role.GATEWAY).resolveSibling("bench-floor.log");
        List<String> command = sandbox.java(HEAP_MEGABYTES)
                .running(
                        FloorMain.class.getName(),
                        System.getProperty("java.class.path"),
                        String.valueOf(port),
                        sandbox.addresses().kafka(),
                        TOPIC,
                        String.valueOf(recordOctets));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            Floor floor = new Floor(process, "http://" + Ports.HOST + ":" + port);
            BenchProcess.awaitReady(process, floor.address(), log);
            return floor;
        } catch (IOException e) {
            throw new UncheckedIOException("the floor cannot be started", e);
        }
    }

    String address() {
        return address;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}
