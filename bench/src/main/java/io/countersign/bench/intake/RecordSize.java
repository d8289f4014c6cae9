package io.countersign.bench.intake;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** How large the records of a topic are, so that a floor can write as large ones. */
final class RecordSize {

    private static final Duration POLL = Duration.ofSeconds(2);

    private RecordSize() {}

    /** The mean of the values of the first records that are there, in octets. */
    static int mean(String bootstrapServers, String topic) {
        ByteArrayDeserializer plain = new ByteArrayDeserializer();
        try (Consumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(Map.of("bootstrap.servers", bootstrapServers), plain, plain)) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(each -> new TopicPartition(each.topic(), each.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
            if (records.isEmpty()) {
                throw new IllegalStateException("nothing was written to " + topic);
            }
            long octets = 0;
            for (ConsumerRecord<byte[], byte[]> each : records) {
                octets += each.serializedValueSize();
            }
            return (int) (octets / records.count());
        }
    }
}
