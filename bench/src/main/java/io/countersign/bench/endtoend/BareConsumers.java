package io.countersign.bench.endtoend;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** The floor's two readers, with the settings of the relay's and of the gateway's. They read until the process ends. */
final class BareConsumers {

    private static final Duration POLL = Duration.ofMillis(100);

    private BareConsumers() {}

    /** Reads committed decisions, commits their offsets, and hands them out after that. */
    static void claim(String kafka, Consumer<ConsumerRecord<byte[], byte[]>> sender) {
        try (KafkaConsumer<byte[], byte[]> consumer =
                consumer(kafka, Map.of("group.id", BareMain.GROUP + ".relay", "max.poll.records", 64))) {
            consumer.subscribe(List.of(BareMain.DECISIONS));
            while (!Thread.currentThread().isInterrupted()) {
                ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
                if (!records.isEmpty()) {
                    consumer.commitSync(records.nextOffsets());
                    records.forEach(sender);
                }
            }
        }
    }

    /** Reads every outcome from now on, without a group. */
    static void follow(String kafka, Consumer<byte[]> reader) {
        try (KafkaConsumer<byte[], byte[]> consumer = consumer(kafka, Map.of())) {
            List<TopicPartition> partitions = consumer.partitionsFor(BareMain.OUTCOMES).stream()
                    .map(each -> new TopicPartition(each.topic(), each.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToEnd(partitions);
            while (!Thread.currentThread().isInterrupted()) {
                consumer.poll(POLL).forEach(each -> reader.accept(each.value()));
            }
        }
    }

    private static KafkaConsumer<byte[], byte[]> consumer(String kafka, Map<String, Object> more) {
        Map<String, Object> settings = new HashMap<>(more);
        settings.put("bootstrap.servers", kafka);
        settings.put("isolation.level", "read_committed");
        settings.put("enable.auto.commit", false);
        settings.put("auto.offset.reset", "earliest");
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
}
