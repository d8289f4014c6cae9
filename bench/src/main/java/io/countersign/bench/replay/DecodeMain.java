package io.countersign.bench.replay;

import io.countersign.wire.codec.Read;
import io.countersign.wire.codec.RegistryFraming;
import io.countersign.wire.codec.TopicCodec;
import io.countersign.wire.message.JournalMessage;
import io.countersign.wire.topic.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** The floor of a verification: every partition of the journal, one after the other, read and decoded, and nothing else. */
public final class DecodeMain {

    private static final int RECORDS_AT_ONCE = 2_000;
    private static final Duration POLL = Duration.ofMillis(500);

    private DecodeMain() {}

    /** Arguments: bootstrap servers, registry. Prints how many entries there were. */
    public static void main(String[] arguments) {
        Logger.getLogger("").setLevel(Level.SEVERE);
        ByteArrayDeserializer plain = new ByteArrayDeserializer();
        long decoded = 0;
        try (RegistryFraming framing = new RegistryFraming(arguments[1]);
                Consumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                        Map.of(
                                "bootstrap.servers",
                                arguments[0],
                                "isolation.level",
                                "read_committed",
                                "max.poll.records",
                                RECORDS_AT_ONCE),
                        plain,
                        plain)) {
            TopicCodec<JournalMessage> codec = new TopicCodec<>(Topics.JOURNAL, framing);
            List<TopicPartition> partitions = consumer.partitionsFor(Topics.JOURNAL.name()).stream()
                    .map(each -> new TopicPartition(each.topic(), each.partition()))
                    .toList();
            for (TopicPartition each : partitions) {
                decoded += decode(consumer, each, codec);
            }
        }
        System.out.println(decoded);
    }

    private static long decode(
            Consumer<byte[], byte[]> consumer, TopicPartition partition, TopicCodec<JournalMessage> codec) {
        consumer.assign(List.of(partition));
        consumer.seekToBeginning(List.of(partition));
        long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
        long decoded = 0;
        while (consumer.position(partition) < end) {
            for (ConsumerRecord<byte[], byte[]> each : consumer.poll(POLL)) {
                if (codec.read(each.value()) instanceof Read.Value<JournalMessage>) {
                    decoded++;
                }
            }
        }
        return decoded;
    }
}
