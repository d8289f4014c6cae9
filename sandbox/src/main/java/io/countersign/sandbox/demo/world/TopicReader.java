package io.countersign.sandbox.demo.world;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads a topic from its beginning to where it ends at this moment. */
public final class TopicReader {
    private static final Duration POLL = Duration.ofMillis(200);

    private final String bootstrapServers;
    private final String isolation;

    private TopicReader(String bootstrapServers, String isolation) {
        this.bootstrapServers = bootstrapServers;
        this.isolation = isolation;
    }

    /** Reads what was committed. */
    public static TopicReader committed(String bootstrapServers) {
        return new TopicReader(bootstrapServers, "read_committed");
    }

    /** Reads everything, what was taken back included. */
    public static TopicReader everything(String bootstrapServers) {
        return new TopicReader(bootstrapServers, "read_uncommitted");
    }

    /** The names of all topics, Kafka's own included. */
    public List<String> topics() {
        try (Consumer<byte[], byte[]> consumer = consumer()) {
            return List.copyOf(consumer.listTopics().keySet());
        }
    }

    public List<ConsumerRecord<byte[], byte[]>> read(String topic) {
        return readOn(topic, new HashMap<>());
    }

    /** How many records were ever written, with those that mark the ends of transactions. */
    public long written(String topic) {
        try (Consumer<byte[], byte[]> consumer = consumer()) {
            return consumer.endOffsets(partitions(consumer, topic)).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
        }
    }

    /** Reads from {@code positions} on, or from the beginning where there is none, and moves them. */
    public List<ConsumerRecord<byte[], byte[]>> readOn(String topic, Map<TopicPartition, Long> positions) {
        try (Consumer<byte[], byte[]> consumer = consumer()) {
            List<TopicPartition> partitions = partitions(consumer, topic);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            consumer.assign(partitions);
            consumer.beginningOffsets(partitions)
                    .forEach((partition, first) -> consumer.seek(partition, positions.getOrDefault(partition, first)));
            List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(POLL).forEach(records::add);
            }
            partitions.forEach(partition -> positions.put(partition, consumer.position(partition)));
            return records;
        }
    }

    private static List<TopicPartition> partitions(Consumer<byte[], byte[]> consumer, String topic) {
        return consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
    }

    private Consumer<byte[], byte[]> consumer() {
        return new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ConsumerConfig.CLIENT_ID_CONFIG,
                        "demo",
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        isolation,
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.EXCLUDE_INTERNAL_TOPICS_CONFIG,
                        false,
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }
}
