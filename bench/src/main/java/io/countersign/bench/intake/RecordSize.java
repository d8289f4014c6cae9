package io.countersign.bench.intake;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** How large the records of a topic are, so that a floor can write as large ones. */
public final class RecordSize {

    private static final long LAST = 500;
    private static final Duration POLL = Duration.ofSeconds(2);

    private RecordSize() {}

    /** The mean of the values of the last records that are there, in octets. */
    public static int mean(String bootstrapServers, String topic) {
        return (int) last(bootstrapServers, topic).stream()
                .mapToInt(each -> each.length)
                .average()
                .orElseThrow();
    }

    /** The values of the last records that are there, one or more. */
    public static List<byte[]> last(String bootstrapServers, String topic) {
        ByteArrayDeserializer plain = new ByteArrayDeserializer();
        try (Consumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(Map.of("bootstrap.servers", bootstrapServers), plain, plain)) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(each -> new TopicPartition(each.topic(), each.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.endOffsets(partitions).forEach((each, end) -> consumer.seek(each, Math.max(0, end - LAST)));
            List<byte[]> values = new ArrayList<>();
            consumer.poll(POLL).forEach(each -> values.add(each.value()));
            if (values.isEmpty()) {
                throw new IllegalStateException("nothing was written to " + topic);
            }
            return values;
        }
    }
}
