package io.countersign.bench.journal;

import io.countersign.wire.codec.Read;
import io.countersign.wire.codec.RegistryFraming;
import io.countersign.wire.codec.TopicCodec;
import io.countersign.wire.message.CheckpointMessage;
import io.countersign.wire.topic.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** The engine's own word on how many entries the journal has; offsets would count the marks of transactions too. */
final class Checkpoints implements AutoCloseable {

    /** Every partition with new entries gets one every 5 s. */
    private static final Duration INTERVAL = Duration.ofSeconds(6);

    private final TopicCodec<CheckpointMessage> codec;
    private final Consumer<byte[], byte[]> consumer;
    private final Map<Integer, Long> entries = new HashMap<>();

    Checkpoints(String bootstrapServers, RegistryFraming framing) {
        codec = new TopicCodec<>(Topics.CHECKPOINTS, framing);
        ByteArrayDeserializer plain = new ByteArrayDeserializer();
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers, "isolation.level", "read_committed"), plain, plain);
        List<TopicPartition> partitions = consumer.partitionsFor(Topics.CHECKPOINTS.name()).stream()
                .map(each -> new TopicPartition(each.topic(), each.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** Entries under a checkpoint that can be read by now. */
    long entries() {
        return entries(Duration.ZERO);
    }

    /** What every partition has when everything is decided already: waits for the checkpoint after the last entry. */
    long awaitLast() {
        long end = System.nanoTime() + INTERVAL.toNanos();
        long last = entries();
        while (System.nanoTime() < end) {
            last = entries(INTERVAL.dividedBy(10));
        }
        return last;
    }

    @Override
    public void close() {
        consumer.close();
    }

    private long entries(Duration patience) {
        consumer.poll(patience).forEach(each -> {
            if (codec.read(each.value()) instanceof Read.Value<CheckpointMessage> read) {
                entries.put(read.value().body().partition(), read.value().body().entries());
            }
        });
        return entries.values().stream().mapToLong(Long::longValue).sum();
    }
}
