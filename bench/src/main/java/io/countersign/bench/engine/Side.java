package io.countersign.bench.engine;

import io.countersign.bench.workload.GroupOffsets;
import io.countersign.bench.workload.Load;
import io.countersign.sandbox.Sandbox;
import io.countersign.sandbox.kafka.TopicSetup;
import io.countersign.sandbox.process.JavaCommand;
import io.countersign.sandbox.process.ProcessRef;
import io.countersign.sandbox.settings.Role;
import io.countersign.wire.topic.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.admin.NewTopic;

/** One of those who take turns: a process and its consumer group. */
final class Side implements AutoCloseable {

    static final String ENGINE = "engine";

    private static final int HEAP_MEGABYTES = 512;
    private static final int PARTITIONS = 4;
    private static final short REPLICATION = 1;
    private static final Duration AFTER_TERM = Duration.ofSeconds(20);

    private final String name;
    private final ProcessRef process;
    private final GroupOffsets group;
    private final boolean ours;

    private Side(String name, ProcessRef process, GroupOffsets group, boolean ours) {
        this.name = name;
        this.process = process;
        this.group = group;
        this.ours = ours;
    }

    /** The sandbox's own engine, which is the sandbox's to end. */
    static Side engine(Sandbox sandbox) {
        GroupOffsets group = new GroupOffsets(sandbox.addresses().kafka(), Load.ENGINE_GROUP);
        return new Side(ENGINE, sandbox.process(Role.ENGINE), group, false);
    }

    /** A pass-through with the engine's JVM options and settings, and topics of its own to write to. */
    static Side passThrough(Sandbox sandbox, String name, EnginePlan plan, PassThrough sizes)
            throws InterruptedException {
        String kafka = sandbox.addresses().kafka();
        String group = "countersign.bench." + name;
        List<String> topics = List.of(group + ".journal", group + ".decisions");
        new TopicSetup(kafka)
                .ensure(topics.stream()
                        .map(each -> new NewTopic(each, PARTITIONS, REPLICATION))
                        .toList());
        Path root = sandbox.files().root();
        List<String> command = new JavaCommand(HEAP_MEGABYTES)
                .set("countersign.kafka.bootstrap-servers", kafka)
                .set("countersign.engine.application-id", group)
                .set("countersign.engine.state-dir", root.resolve("bench-" + name))
                .set("countersign.engine.signing-keys", root)
                .set("countersign.engine.wrapping-keys", root)
                .set("countersign.engine.query-token", root)
                .set("countersign.engine.advertised", "127.0.0.1:1")
                .set("countersign.engine.standby-replicas", 0)
                .options(EngineBench.options(plan))
                .running(
                        PassThroughMain.class.getName(),
                        System.getProperty("java.class.path"),
                        Topics.REQUESTS.name(),
                        topics.get(0),
                        topics.get(1),
                        Integer.toString(sizes.stateOctets()),
                        Integer.toString(sizes.journalRecords()),
                        Integer.toString(sizes.journalOctets()),
                        Integer.toString(sizes.decisionOctets()));
        Path log = sandbox.files().logs().resolve("bench-" + name + ".log");
        return new Side(name, start(command, log), new GroupOffsets(kafka, group), true);
    }

    String name() {
        return name;
    }

    /** Returns when it has taken everything that is there; nothing is measured. */
    void catchUp() throws InterruptedException {
        group.awaitEnd(Topics.REQUESTS.name());
    }

    void freeze() {
        process.pause();
    }

    /** Thaws it, measures how it takes what is there, and freezes it again. */
    Drain drain() throws InterruptedException {
        try {
            return Drain.measure(group, process);
        } finally {
            freeze();
        }
    }

    /** Leaves the engine thawed; a pass-through ends. */
    @Override
    public void close() {
        group.close();
        process.resume();
        if (!ours) {
            return;
        }
        process.terminate();
        try {
            if (!process.awaitEnd(AFTER_TERM)) {
                process.kill();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.kill();
        }
    }

    private static ProcessRef start(List<String> command, Path log) {
        try {
            Files.createDirectories(log.getParent());
            ProcessHandle handle = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start()
                    .toHandle();
            return new ProcessRef(handle.pid(), handle.info().startInstant().orElseGet(Instant::now));
        } catch (IOException e) {
            throw new UncheckedIOException("a pass-through cannot be started", e);
        }
    }
}
