package io.countersign.bench.endtoend;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** When the brokers appended the records of a slice, in milliseconds since 1970. */
final class Footprints {

    private static final Duration POLL = Duration.ofMillis(200);

    private final List<Map<String, Long>> stages;

    private Footprints(List<Map<String, Long>> stages) {
        this.stages = stages;
    }

    /** Where the topics of {@code trail} end now. */
    static Map<TopicPartition, Long> ends(String kafka, Trail trail) {
        try (KafkaConsumer<byte[], byte[]> consumer = consumer(kafka)) {
            return Map.copyOf(consumer.endOffsets(trail.stages().stream()
                    .flatMap(stage -> partitions(consumer, stage).stream())
                    .toList()));
        }
    }

    /** What was appended after {@code begin} until now. */
    static Footprints since(String kafka, Trail trail, Map<TopicPartition, Long> begin) {
        List<Map<String, Long>> stages = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer = consumer(kafka)) {
            for (Trail.Stage stage : trail.stages()) {
                stages.add(read(consumer, stage, begin));
            }
        }
        return new Footprints(stages);
    }

    /** Of the stage with the number {@code stage}, from 0 on; nothing if the request never got there. */
    OptionalLong appended(int stage, String name) {
        Long millis = stages.get(stage).get(name);
        return millis == null ? OptionalLong.empty() : OptionalLong.of(millis);
    }

    private static Map<String, Long> read(
            KafkaConsumer<byte[], byte[]> consumer, Trail.Stage stage, Map<TopicPartition, Long> begin) {
        Map<TopicPartition, Long> from = begin.entrySet().stream()
                .filter(each -> each.getKey().topic().equals(stage.topic()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        Map<TopicPartition, Long> to = consumer.endOffsets(from.keySet());
        consumer.assign(from.keySet());
        from.forEach(consumer::seek);
        Map<String, Long> appended = new HashMap<>();
        while (from.keySet().stream().anyMatch(each -> consumer.position(each) < to.getOrDefault(each, 0L))) {
            for (ConsumerRecord<byte[], byte[]> each : consumer.poll(POLL)) {
                appended.putIfAbsent(stage.owner().apply(each.value()), each.timestamp());
            }
        }
        return appended;
    }

    private static List<TopicPartition> partitions(KafkaConsumer<byte[], byte[]> consumer, Trail.Stage stage) {
        return consumer.partitionsFor(stage.topic()).stream()
                .map(each -> new TopicPartition(each.topic(), each.partition()))
                .toList();
    }

    /** Reads what is not committed too: an end that a transaction stands before would not be reached. */
    private static KafkaConsumer<byte[], byte[]> consumer(String kafka) {
        ByteArrayDeserializer plain = new ByteArrayDeserializer();
        return new KafkaConsumer<>(
                Map.of("bootstrap.servers", kafka, "enable.auto.commit", false, "max.poll.records", 5_000),
                plain,
                plain);
    }
}
