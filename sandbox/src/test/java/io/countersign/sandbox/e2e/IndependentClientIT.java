package io.countersign.sandbox.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.sandbox.Sandbox;
import io.countersign.sandbox.demo.world.DemoAccount;
import io.countersign.sandbox.demo.world.DemoWorld;
import io.countersign.sandbox.demo.world.KeyType;
import io.countersign.sandbox.demo.world.TopicReader;
import io.countersign.wire.topic.TopicSpec;
import io.countersign.wire.topic.Topics;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.avro.AvroSchema;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import org.apache.flink.avro.shaded.org.apache.avro.generic.GenericDatumReader;
import org.apache.flink.avro.shaded.org.apache.avro.generic.GenericRecord;
import org.apache.flink.avro.shaded.org.apache.avro.io.BinaryDecoder;
import org.apache.flink.avro.shaded.org.apache.avro.io.DecoderFactory;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Confluent's own registry client, with nothing of ours, reads what is on our topics. */
@ExtendWith(SharedSandbox.class)
class IndependentClientIT {
    private static final int SCHEMAS = 100;

    private final Sandbox sandbox;
    private final CachedSchemaRegistryClient registry;

    IndependentClientIT(Sandbox sandbox) {
        this.sandbox = sandbox;
        this.registry = new CachedSchemaRegistryClient(sandbox.addresses().registryConfluent(), SCHEMAS);
    }

    @Test
    void everyTopicOfOneWithdrawalCanBeRead() throws Exception {
        String account = withdrawOnce();

        for (TopicSpec topic : List.of(
                Topics.REQUESTS.spec(),
                Topics.CONTROLS.spec(),
                Topics.DECISIONS.spec(),
                Topics.JOURNAL.spec(),
                Topics.OUTCOMES.spec())) {
            List<GenericRecord> values = read(topic, account);
            assertThat(values).as(topic.name()).isNotEmpty().allSatisfy(value -> assertThat(account(value))
                    .isEqualTo(account));
        }
        assertThat(read(Topics.POLICIES.spec(), ""))
                .isNotEmpty()
                .allSatisfy(policy -> assertThat(policy.get("yaml").toString()).contains("perTransaction"));
        assertThat(read(Topics.REFERENCE_DATA.spec(), "")).isNotEmpty();
    }

    @Test
    void everyTopicHasItsSubject() throws Exception {
        Set<String> subjects =
                Topics.ALL.stream().map(topic -> topic.name() + "-value").collect(Collectors.toSet());

        assertThat(registry.getAllSubjects()).containsAll(subjects);
        for (String subject : subjects) {
            assertThat(registry.getLatestSchemaMetadata(subject).getSchemaType())
                    .isEqualTo("AVRO");
        }
    }

    private String withdrawOnce() throws InterruptedException {
        try (DemoWorld world = DemoWorld.of(sandbox)) {
            DemoAccount account = world.open("independent", KeyType.HMAC);
            assertThat(account.withdraw(world.smallOrder(account)).isOk()).isTrue();
            return account.name();
        }
    }

    /** Every value of an account, or of all if none is named. */
    private List<GenericRecord> read(TopicSpec topic, String account) {
        TopicReader reader = TopicReader.committed(sandbox.addresses().kafka());
        return reader.read(topic.name()).stream()
                .filter(each -> account.isEmpty() || new String(each.key(), UTF_8).equals(account))
                .map(this::decode)
                .toList();
    }

    /** As the format is published: octet 0, four octets of schema id, the Avro body and nothing else. */
    private GenericRecord decode(ConsumerRecord<byte[], byte[]> from) {
        ByteBuffer framed = ByteBuffer.wrap(from.value());
        assertThat(framed.get()).isZero();
        try {
            AvroSchema schema = (AvroSchema) registry.getSchemaById(framed.getInt());
            BinaryDecoder decoder =
                    DecoderFactory.get().binaryDecoder(from.value(), framed.position(), framed.remaining(), null);
            GenericRecord value = new GenericDatumReader<GenericRecord>(schema.rawSchema()).read(null, decoder);
            assertThat(decoder.isEnd()).isTrue();
            return value;
        } catch (Exception e) {
            throw new AssertionError("an independent client cannot read " + from.topic(), e);
        }
    }

    private static String account(GenericRecord value) {
        return value.hasField("facts") && !value.hasField("accountId")
                ? account((GenericRecord) value.get("facts"))
                : value.get("accountId").toString();
    }
}
