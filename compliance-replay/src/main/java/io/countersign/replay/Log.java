package io.countersign.replay;

import io.countersign.domain.policy.Policy;
import io.countersign.wire.codec.AvroFraming;
import io.countersign.wire.codec.Read;
import io.countersign.wire.codec.TopicCodec;
import io.countersign.wire.message.CheckpointMessage;
import io.countersign.wire.message.JournalMessage;
import io.countersign.wire.message.Octets;
import io.countersign.wire.message.PolicyMessage;
import io.countersign.wire.policy.PolicyException;
import io.countersign.wire.policy.PolicyYaml;
import io.countersign.wire.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Policies, checkpoints and journal as they stand when it is asked. Reads what is committed, commits nothing, joins no group. A
 * topic's end is taken behind what is not committed yet: the marks of one transaction reach the partitions one after the other,
 * and a checkpoint must not be seen before the entries that were committed with it.
 */
final class Log implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration POLL = Duration.ofMillis(500);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final KafkaConsumer<byte[], byte[]> ends;
    private final TopicCodec<PolicyMessage> policies;
    private final TopicCodec<JournalMessage> journal;
    private final TopicCodec<CheckpointMessage> checkpoints;

    Log(String bootstrapServers, AvroFraming framing) {
        policies = new TopicCodec<>(Topics.POLICIES, framing);
        journal = new TopicCodec<>(Topics.JOURNAL, framing);
        checkpoints = new TopicCodec<>(Topics.CHECKPOINTS, framing);
        consumer = connect(bootstrapServers, "read_committed");
        ends = connect(bootstrapServers, "read_uncommitted");
    }

    /** Every version of the policy that was published. */
    Map<Long, Policy> policies() {
        Map<Long, PolicyMessage> published = new HashMap<>();
        read(Topics.POLICIES.name(), record -> {
            PolicyMessage policy =
                    switch (policies.read(record.value())) {
                        case Read.Value<PolicyMessage> some -> some.value();
                        case Read.Unreadable<PolicyMessage> none ->
                            throw new UnusableException("policies, %s: %s".formatted(position(record), none.reason()));
                    };
            PolicyMessage before = published.putIfAbsent(policy.version(), policy);
            if (before != null && !before.yaml().equals(policy.yaml())) {
                throw new UnusableException(
                        "policy %d was published twice, with two texts".formatted(policy.version()));
            }
        });
        Map<Long, Policy> parsed = new HashMap<>();
        published.forEach((version, policy) -> parsed.put(version, parse(policy)));
        return parsed;
    }

    /** Every checkpoint, in the order of its partition. To be read before the journal, which then holds all they are over. */
    void checkpoints(Consumer<CheckpointRecord> sink) {
        read(
                Topics.CHECKPOINTS.name(),
                record -> sink.accept(
                        new CheckpointRecord(record.partition(), record.offset(), checkpoints.read(record.value()))));
    }

    /** Every record of the journal, in the order of its partition. */
    void journal(Consumer<JournalRecord> sink) {
        read(Topics.JOURNAL.name(), record -> {
            String key = record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8);
            byte[] value = record.value();
            Octets octets = value == null ? Octets.EMPTY : Octets.of(value);
            sink.accept(new JournalRecord(record.partition(), record.offset(), key, octets, journal.read(value)));
        });
    }

    @Override
    public void close() {
        ends.close();
        consumer.close();
    }

    private static Policy parse(PolicyMessage policy) {
        try {
            return PolicyYaml.parse(policy.version(), policy.yaml());
        } catch (PolicyException e) {
            throw new UnusableException("version %d of the %s".formatted(policy.version(), e.getMessage()), e);
        }
    }

    private void read(String topic, Consumer<ConsumerRecord<byte[], byte[]>> sink) {
        try {
            List<TopicPartition> partitions = partitions(topic);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            ends.assign(partitions);
            Map<TopicPartition, Long> end = ends.endOffsets(partitions);
            Instant lastProgress = Instant.now();
            while (!reached(end)) {
                int taken = 0;
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    taken++;
                    if (record.offset() < end.getOrDefault(new TopicPartition(topic, record.partition()), 0L)) {
                        sink.accept(record);
                    }
                }
                lastProgress = taken > 0 ? Instant.now() : lastProgress;
                if (Instant.now().isAfter(lastProgress.plus(PATIENCE.multipliedBy(3)))) {
                    throw new UnusableException("%s: the broker stopped answering before the end".formatted(topic));
                }
            }
        } catch (KafkaException e) {
            throw new UnusableException("%s cannot be read: %s".formatted(topic, UnusableException.reason(e)), e);
        }
    }

    private List<TopicPartition> partitions(String topic) {
        List<PartitionInfo> infos = consumer.partitionsFor(topic);
        if (infos == null || infos.isEmpty()) {
            throw new UnusableException("there is no topic " + topic);
        }
        return infos.stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
    }

    private boolean reached(Map<TopicPartition, Long> end) {
        return end.entrySet().stream().allMatch(each -> consumer.position(each.getKey()) >= each.getValue());
    }

    private static String position(ConsumerRecord<byte[], byte[]> record) {
        return "partition %d offset %d".formatted(record.partition(), record.offset());
    }

    private static KafkaConsumer<byte[], byte[]> connect(String bootstrapServers, String isolation) {
        try {
            return new KafkaConsumer<>(
                    Map.of(
                            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                            bootstrapServers,
                            ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                            isolation,
                            ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                            false,
                            ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                            false,
                            ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                            (int) PATIENCE.toMillis(),
                            ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                            (int) PATIENCE.toMillis()),
                    new ByteArrayDeserializer(),
                    new ByteArrayDeserializer());
        } catch (KafkaException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new UnusableException("--bootstrap-servers: " + UnusableException.reason(cause), e);
        }
    }
}
