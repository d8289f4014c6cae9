package io.countersign.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.sandbox.process.ProcessRef;
import io.countersign.sandbox.settings.Ports;
import io.countersign.sandbox.settings.Progress;
import io.countersign.sandbox.settings.Role;
import io.countersign.sandbox.settings.SandboxException;
import io.countersign.sandbox.settings.SandboxSettings;
import io.countersign.wire.topic.Topics;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real broker and the real registry, started, killed and started again. */
class SandboxIT {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    private static Path directory = Path.of("");

    private static SandboxSettings settings;
    private static Sandbox sandbox;

    @BeforeAll
    static void start() throws Exception {
        settings = SandboxSettings.defaults()
                .in(directory)
                .on(Ports.free())
                .only(Role.BROKER, Role.REGISTRY)
                .reportingTo(System.out::println);
        sandbox = Sandbox.start(settings);
    }

    @AfterAll
    static void stop() throws Exception {
        Map<Role, ProcessRef> processes = sandbox.processes();
        sandbox.stop();

        assertThat(processes.values()).noneMatch(ProcessRef::isAlive);
        assertThat(settings.files().description()).doesNotExist();
    }

    @Test
    void everyTopicHasItsPartitions() throws Exception {
        try (Admin admin = admin()) {
            Set<String> wanted = Topics.ALL.stream().map(topic -> topic.name()).collect(Collectors.toSet());

            assertThat(admin.describeTopics(wanted).allTopicNames().get().values())
                    .hasSize(wanted.size())
                    .allMatch(topic -> topic.partitions().size() == 4);
        }
    }

    @Test
    void theJournalMayOnlyChangeInBothDirections() throws Exception {
        assertThat(config("countersign.journal.v1-value")).contains("FULL").doesNotContain("BACKWARD");
        assertThat(get(sandbox.addresses().registryConfluent() + "/config")).contains("BACKWARD_TRANSITIVE");
    }

    @Test
    void recordsAndSchemasSurviveSigkill() throws Exception {
        try (Producer<byte[], byte[]> producer = producer()) {
            producer.send(new ProducerRecord<>(Topics.HOUSE.name(), new byte[1], new byte[1]))
                    .get();
        }
        String schemas = get(sandbox.addresses().registryConfluent() + "/subjects");

        sandbox.kill(Role.BROKER);
        sandbox.kill(Role.REGISTRY);
        sandbox.restart(Role.BROKER);
        sandbox.restart(Role.REGISTRY);

        assertThat(records(Topics.HOUSE.name())).isEqualTo(1);
        assertThat(get(sandbox.addresses().registryConfluent() + "/subjects")).isEqualTo(schemas);
    }

    @Test
    void anotherProcessFindsIt() {
        Optional<Sandbox> found = Sandbox.running(settings.files(), Progress.SILENT);

        assertThat(found).isPresent();
        assertThat(found.orElseThrow().processes()).isEqualTo(sandbox.processes());
        assertThat(found.orElseThrow().addresses()).isEqualTo(sandbox.addresses());
    }

    @Test
    void aSecondOneInTheSameDirectoryIsRefused() {
        assertThatThrownBy(() -> Sandbox.start(settings))
                .isInstanceOf(SandboxException.class)
                .hasMessageContaining("runs in");
    }

    @Test
    void aSecondOneOnTheSamePortsIsRefused(@TempDir Path other) {
        assertThatThrownBy(() -> Sandbox.start(settings.in(other)))
                .isInstanceOf(SandboxException.class)
                .hasMessageContaining(String.valueOf(settings.ports().broker()))
                .hasMessageContaining("--port-offset");
    }

    private static long records(String topic) throws Exception {
        try (Admin admin = admin()) {
            Map<TopicPartition, OffsetSpec> ends = IntStream.range(0, 4)
                    .boxed()
                    .collect(Collectors.toMap(each -> new TopicPartition(topic, each), each -> OffsetSpec.latest()));
            return admin.listOffsets(ends).all().get().values().stream()
                    .mapToLong(end -> end.offset())
                    .sum();
        }
    }

    private static Producer<byte[], byte[]> producer() {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", sandbox.addresses().kafka()),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    private static Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", sandbox.addresses().kafka()));
    }

    private static String config(String subject) throws Exception {
        return get(sandbox.addresses().registryConfluent() + "/config/" + subject);
    }

    private static String get(String address) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address)).build();
        return HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }
}
