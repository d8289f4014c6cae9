package io.countersign.sandbox.e2e;

import io.countersign.wire.topic.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Notes when committed decisions become readable, by partition, as the gateway and the relay see them. */
final class DecisionWatch implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(50);

    private final Consumer<byte[], byte[]> consumer;
    private final Map<Integer, List<Long>> arrivals = new ConcurrentHashMap<>();
    private final Thread thread;

    DecisionWatch(String bootstrapServers) {
        consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(Topics.DECISIONS.name()).stream()
                .map(each -> new TopicPartition(each.topic(), each.partition()))
                .toList();
        partitions.forEach(each -> arrivals.put(each.partition(), new CopyOnWriteArrayList<>()));
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        thread = Thread.ofPlatform().name("decision-watch").start(this::watch);
    }

    /** Whether each partition had so many decisions after {@code nanos}, by {@link System#nanoTime}. */
    boolean eachHad(int decisions, long nanos) {
        return arrivals.values().stream()
                .allMatch(times -> times.stream().filter(time -> time > nanos).count() >= decisions);
    }

    /** The longest time without a decision that ended after {@code nanos}, by partition. */
    Map<Integer, Duration> longestGaps(long nanos) {
        Map<Integer, Duration> gaps = new TreeMap<>();
        new HashMap<>(arrivals).forEach((partition, times) -> {
            long longest = IntStream.range(1, times.size())
                    .filter(i -> times.get(i) > nanos)
                    .mapToLong(i -> times.get(i) - times.get(i - 1))
                    .max()
                    .orElse(0);
            gaps.put(partition, Duration.ofNanos(longest));
        });
        return gaps;
    }

    /** Forgets what it saw. */
    void reset() {
        arrivals.values().forEach(List::clear);
    }

    @Override
    public void close() {
        consumer.wakeup();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void watch() {
        try (consumer) {
            while (!Thread.currentThread().isInterrupted()) {
                consumer.poll(POLL).forEach(each -> {
                    List<Long> times = arrivals.get(each.partition());
                    if (times != null) {
                        times.add(System.nanoTime());
                    }
                });
            }
        } catch (WakeupException closed) {
            // Asked to end.
        }
    }
}
