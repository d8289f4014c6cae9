package io.countersign.bench.endtoend;

import io.countersign.bench.engine.PassThrough;
import io.countersign.bench.engine.PassThroughCommand;
import io.countersign.bench.intake.RecordSize;
import io.countersign.bench.workload.BenchProcess;
import io.countersign.bench.workload.FreePort;
import io.countersign.bench.workload.Load;
import io.countersign.bench.workload.Processes;
import io.countersign.sandbox.Sandbox;
import io.countersign.sandbox.kafka.TopicSetup;
import io.countersign.sandbox.process.HttpReadiness;
import io.countersign.sandbox.process.ProcessRef;
import io.countersign.sandbox.process.Readiness;
import io.countersign.sandbox.settings.Ports;
import io.countersign.sandbox.settings.Role;
import io.countersign.sandbox.settings.SandboxException;
import io.countersign.wire.topic.Topics;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.NewTopic;

/** The floor: two processes as the system has, on the system's broker, with topics of its own and records of the system's sizes. */
final class BarePipeline implements AutoCloseable {

    private static final int PARTITIONS = 4;
    private static final short REPLICATION = 1;
    private static final int HEAP_MEGABYTES = 512;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long POLL_MILLIS = 50;

    private final ProcessRef endpoint;
    private final ProcessRef streams;
    private final long broker;
    private final String address;

    private BarePipeline(ProcessRef endpoint, ProcessRef streams, long broker, String address) {
        this.endpoint = endpoint;
        this.streams = streams;
        this.broker = broker;
        this.address = address;
    }

    /** Returns when its endpoint answers; the system's topics have records by now, which it takes its sizes from. */
    static BarePipeline start(Sandbox sandbox, String sink) throws InterruptedException {
        String kafka = sandbox.addresses().kafka();
        new TopicSetup(kafka)
                .ensure(Stream.concat(
                                Stream.of(BareMain.REQUESTS, BareMain.OUTCOMES),
                                PassThroughCommand.outputs(BareMain.GROUP).stream())
                        .map(each -> new NewTopic(each, PARTITIONS, REPLICATION)
                                .configs(Map.of("message.timestamp.type", "LogAppendTime")))
                        .toList());
        int account = RecordSize.mean(kafka, Load.ENGINE_GROUP + "-accounts-changelog");
        int decision = RecordSize.mean(kafka, Topics.DECISIONS.name());
        Path logs = sandbox.files().logs();
        ProcessRef streams = BenchProcess.start(
                PassThroughCommand.of(
                        sandbox,
                        BareMain.GROUP,
                        BareMain.REQUESTS,
                        List.of(),
                        new PassThrough(account, 0, 0, decision)),
                logs.resolve("bench-pipeline-streams.log"));
        int port = FreePort.find();
        List<String> outer = sandbox.java(HEAP_MEGABYTES)
                .running(
                        BareMain.class.getName(),
                        System.getProperty("java.class.path"),
                        Integer.toString(port),
                        kafka,
                        sink,
                        Integer.toString(RecordSize.mean(kafka, Topics.REQUESTS.name())),
                        Integer.toString(RecordSize.mean(kafka, Topics.OUTCOMES.name())));
        ProcessRef endpoint = BenchProcess.start(outer, logs.resolve("bench-pipeline.log"));
        BarePipeline pipeline = new BarePipeline(
                endpoint, streams, sandbox.process(Role.BROKER).pid(), "http://" + Ports.HOST + ":" + port);
        pipeline.awaitReady(logs);
        return pipeline;
    }

    String address() {
        return address;
    }

    Processes processes() {
        return new Processes(Map.of("endpoint", endpoint.pid(), "streams", streams.pid(), Role.BROKER.label(), broker));
    }

    @Override
    public void close() {
        both().forEach(BenchProcess::end);
    }

    private Stream<ProcessRef> both() {
        return Stream.of(endpoint, streams);
    }

    private void awaitReady(Path logs) throws InterruptedException {
        Readiness readiness = new HttpReadiness(URI.create(address + "/ready"));
        Instant deadline = Instant.now().plus(PATIENCE);
        while (!readiness.isReady()) {
            if (!both().allMatch(ProcessRef::isAlive) || Instant.now().isAfter(deadline)) {
                close();
                throw new SandboxException("the floor did not start; see bench-pipeline*.log in " + logs);
            }
            Thread.sleep(POLL_MILLIS);
        }
    }
}
