package io.countersign.replay.source;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** One partition of a topic: to a fixed end, or on and on when the end is {@link #NEVER}. */
final class TopicRecords implements Records {

    /** There is always more to come: {@link #next} is null whenever nothing came for a moment. */
    static final long NEVER = Long.MAX_VALUE;

    private static final Duration POLL = Duration.ofMillis(500);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final TopicPartition partition;
    private final Extent extent;
    private final Queue<LogRecord> fetched = new ArrayDeque<>();

    TopicRecords(KafkaConsumer<byte[], byte[]> consumer, TopicPartition partition, Extent extent) {
        this.consumer = consumer;
        this.partition = partition;
        this.extent = extent;
        consumer.assign(List.of(partition));
        consumer.seek(partition, extent.begin());
    }

    @Override
    public @Nullable LogRecord next() {
        LogRecord ready = fetched.poll();
        return ready == null ? fetch() : ready;
    }

    @Override
    public void close() {
        consumer.close();
    }

    private @Nullable LogRecord fetch() {
        Instant giveUp = Instant.now().plus(KafkaConnection.PATIENCE.multipliedBy(3));
        try {
            while (consumer.position(partition) < extent.end()) {
                for (ConsumerRecord<byte[], byte[]> each : consumer.poll(POLL)) {
                    if (each.offset() < extent.end()) {
                        fetched.add(record(each));
                    }
                }
                if (!fetched.isEmpty()) {
                    return fetched.poll();
                }
                if (extent.end() == NEVER) {
                    return null;
                }
                if (Instant.now().isAfter(giveUp)) {
                    throw new UnusableException(
                            "%s: the broker stopped answering before the end".formatted(partition.topic()));
                }
            }
            return null;
        } catch (KafkaException e) {
            throw KafkaConnection.unusable(partition.topic(), e);
        }
    }

    private static LogRecord record(ConsumerRecord<byte[], byte[]> from) {
        return new LogRecord(
                from.partition(), from.offset(), Instant.ofEpochMilli(from.timestamp()), from.key(), from.value());
    }
}
