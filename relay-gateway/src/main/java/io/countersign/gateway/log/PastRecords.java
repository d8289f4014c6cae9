package io.countersign.gateway.log;

import io.countersign.domain.id.AccountId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.utils.Utils;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Finds single records of an account that are long past, by their time. One search at a time, a few that wait, each with an end:
 * whoever comes when it is busy gets nothing.
 */
public final class PastRecords implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(PastRecords.class);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int WAITING = 16;
    private static final int MOST_RECORDS = 20_000;
    private static final long MOST_OCTETS = 64L * 1024 * 1024;

    private final Map<String, Object> settings;
    private final ThreadPoolExecutor worker = new ThreadPoolExecutor(
            1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING), work -> Thread.ofPlatform()
                    .daemon()
                    .name("past-records")
                    .unstarted(work));

    /** The worker's alone. */
    private @Nullable KafkaConsumer<byte[], byte[]> consumer;

    public PastRecords(String bootstrapServers) {
        this.settings = Map.ofEntries(
                Map.entry(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers),
                Map.entry(ConsumerConfig.CLIENT_ID_CONFIG, "countersign-gateway-past"),
                Map.entry(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class),
                Map.entry(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class),
                Map.entry(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed"),
                Map.entry(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false),
                Map.entry(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false),
                Map.entry(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis()),
                Map.entry(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis()),
                Map.entry(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, (int) POLL.toMillis()));
    }

    /** Where to look: an account's records on a topic, from one time to another. */
    public record Stretch(String topic, AccountId account, Instant from, Instant to) {

        byte[] key() {
            return account.value().getBytes(StandardCharsets.UTF_8);
        }
    }

    /** The partition of an account among so many: that of Kafka's default partitioner. */
    public static int partitionOf(AccountId account, int partitions) {
        byte[] key = account.value().getBytes(StandardCharsets.UTF_8);
        return Utils.toPositive(Utils.murmur2(key)) % partitions;
    }

    /** The first thing that {@code pick} takes of the values within {@code stretch}; empty, too, when it cannot be had now. */
    public <R> Optional<R> find(Stretch stretch, Function<byte[], Optional<R>> pick) {
        Future<Optional<R>> search;
        try {
            search = worker.submit(() -> search(stretch, pick));
        } catch (RejectedExecutionException busy) {
            LOG.warnf("too many look for past records: topic=%s", stretch.topic());
            return Optional.empty();
        }
        try {
            return search.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            search.cancel(false);
            LOG.warnf("past records cannot be had: topic=%s reason=%s", stretch.topic(), e);
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private <R> Optional<R> search(Stretch stretch, Function<byte[], Optional<R>> pick) {
        KafkaConsumer<byte[], byte[]> reader = consumer == null ? new KafkaConsumer<>(settings) : consumer;
        consumer = reader;
        try {
            return seek(reader, stretch) ? scan(reader, stretch, pick) : Optional.empty();
        } catch (RuntimeException e) {
            reader.close();
            consumer = null;
            throw e;
        }
    }

    private static boolean seek(KafkaConsumer<byte[], byte[]> reader, Stretch stretch) {
        int partitions = reader.partitionsFor(stretch.topic()).size();
        TopicPartition home = new TopicPartition(stretch.topic(), partitionOf(stretch.account(), partitions));
        reader.assign(List.of(home));
        OffsetAndTimestamp first = reader.offsetsForTimes(
                        Map.of(home, stretch.from().toEpochMilli()))
                .get(home);
        if (first == null) {
            return false;
        }
        reader.seek(home, first.offset());
        return true;
    }

    private static <R> Optional<R> scan(
            KafkaConsumer<byte[], byte[]> reader, Stretch stretch, Function<byte[], Optional<R>> pick) {
        TopicPartition home = reader.assignment().iterator().next();
        long end = reader.endOffsets(List.of(home)).getOrDefault(home, 0L);
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        byte[] key = stretch.key();
        int records = 0;
        long octets = 0;
        while (reader.position(home) < end && System.nanoTime() < giveUp) {
            for (ConsumerRecord<byte[], byte[]> entry : reader.poll(POLL)) {
                octets += Math.max(0, entry.serializedValueSize());
                if (++records > MOST_RECORDS
                        || octets > MOST_OCTETS
                        || entry.timestamp() > stretch.to().toEpochMilli()) {
                    return Optional.empty();
                }
                Optional<R> found = Arrays.equals(key, entry.key()) ? pick.apply(entry.value()) : Optional.empty();
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    @Override
    public void close() {
        worker.execute(() -> {
            KafkaConsumer<byte[], byte[]> reader = consumer;
            if (reader != null) {
                reader.close();
            }
        });
        worker.shutdown();
    }
}
