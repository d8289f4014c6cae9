package io.countersign.bench.engine;

import io.countersign.bench.workload.BenchProcess;
import io.countersign.bench.workload.GroupOffsets;
import io.countersign.bench.workload.Load;
import io.countersign.sandbox.Sandbox;
import io.countersign.sandbox.kafka.TopicSetup;
import io.countersign.sandbox.process.ProcessRef;
import io.countersign.sandbox.settings.Role;
import io.countersign.wire.topic.Topics;
import java.nio.file.Path;
import java.util.List;
import org.apache.kafka.clients.admin.NewTopic;

/** One of those who take turns: a process and its consumer group. */
final class Side implements AutoCloseable {

    static final String ENGINE = "engine";

    private static final int PARTITIONS = 4;
    private static final short REPLICATION = 1;

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
        new TopicSetup(kafka)
                .ensure(PassThroughCommand.outputs(group).stream()
                        .map(each -> new NewTopic(each, PARTITIONS, REPLICATION))
                        .toList());
        List<String> command =
                PassThroughCommand.of(sandbox, group, Topics.REQUESTS.name(), EngineBench.options(plan), sizes);
        Path log = sandbox.files().logs().resolve("bench-" + name + ".log");
        return new Side(name, BenchProcess.start(command, log), new GroupOffsets(kafka, group), true);
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
        BenchProcess.end(process);
    }
}
