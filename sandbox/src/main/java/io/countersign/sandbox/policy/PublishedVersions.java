package io.countersign.sandbox.policy;

import io.countersign.wire.topic.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.LongDeserializer;

/** The versions of the policy on the topic, which their keys name. */
final class PublishedVersions {
    private static final Duration POLL = Duration.ofMillis(200);

    private final String bootstrapServers;

    PublishedVersions(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    /** The highest version, 0 if none was ever published. */
    long latest() {
        try (Consumer<Long, byte[]> consumer = consumer()) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topics.POLICIES.name()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            long latest = 0;
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<Long, byte[]> each : consumer.poll(POLL)) {
                    latest = Math.max(latest, each.key());
                }
            }
            return latest;
        }
    }

    private Consumer<Long, byte[]> consumer() {
        return new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest"),
                new LongDeserializer(),
                new ByteArrayDeserializer());
    }
}
