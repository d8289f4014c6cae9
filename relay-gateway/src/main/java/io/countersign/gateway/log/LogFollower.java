package io.countersign.gateway.log;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jboss.logging.Logger;

/** Reads whole topics, committed records only, on a thread of its own and without a group: every gateway sees everything. */
public final class LogFollower implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(LogFollower.class);
    private static final Duration POLL = Duration.ofMillis(250);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration CLOSING = Duration.ofSeconds(5);

    private final Map<String, Object> settings;
    private final Map<String, Followed> followed;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "log-follower");
    private volatile boolean caughtUp;
    private volatile boolean everCaughtUp;

    public LogFollower(String bootstrapServers, List<Followed> followed) {
        this.settings = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ConsumerConfig.CLIENT_ID_CONFIG,
                "countersign-gateway",
                ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG,
                ByteArrayDeserializer.class,
                ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG,
                ByteArrayDeserializer.class,
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed",
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest",
                ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                false);
        this.followed = followed.stream().collect(Collectors.toMap(Followed::topic, Function.identity()));
        thread.setDaemon(true);
    }

    public void start() {
        thread.start();
    }

    /** Whether everything that was on the log at the start has been read, and reading goes on. */
    public boolean isCaughtUp() {
        return caughtUp && thread.isAlive();
    }

    /** Whether everything that was on the log at the start was read once, though reading may have failed since. */
    public boolean hasCaughtUp() {
        return everCaughtUp;
    }

    private void run() {
        while (isOpen()) {
            try {
                follow();
            } catch (RuntimeException e) {
                // Reading again from the start point is harmless: what is known already changes nothing.
                caughtUp = false;
                LOG.warnf("following failed, again in %s: reason=%s", PAUSE, e.getMessage());
                pause();
            }
        }
    }

    private void follow() {
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(settings)) {
            List<TopicPartition> partitions = followed.keySet().stream()
                    .flatMap(topic -> consumer.partitionsFor(topic).stream())
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            Map<TopicPartition, Long> goal = consumer.endOffsets(partitions);
            seek(consumer, partitions, goal);
            List<TopicPartition> waiting =
                    partitions.stream().filter(this::isLast).toList();
            Map<TopicPartition, Long> others = new HashMap<>(goal);
            others.keySet().removeAll(waiting);
            consumer.pause(waiting);
            while (isOpen()) {
                for (ConsumerRecord<byte[], byte[]> entry : consumer.poll(POLL)) {
                    accept(entry);
                }
                if (!waiting.isEmpty() && hasReached(consumer, others)) {
                    consumer.resume(waiting);
                    waiting = List.of();
                }
                caughtUp = caughtUp || hasReached(consumer, goal);
                everCaughtUp = everCaughtUp || caughtUp;
            }
        }
    }

    private boolean isLast(TopicPartition partition) {
        Followed topic = followed.get(partition.topic());
        return topic != null && topic.isLast();
    }

    private void accept(ConsumerRecord<byte[], byte[]> entry) {
        Followed topic = followed.get(entry.topic());
        if (topic != null) {
            topic.accept(entry);
        }
    }

    private void seek(
            KafkaConsumer<byte[], byte[]> consumer,
            Collection<TopicPartition> partitions,
            Map<TopicPartition, Long> goal) {
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> since = new HashMap<>();
        for (TopicPartition partition : partitions) {
            Followed topic = followed.get(partition.topic());
            Duration back = topic == null ? null : topic.back();
            if (back != null) {
                since.put(partition, Instant.now().minus(back).toEpochMilli());
            }
        }
        Map<TopicPartition, OffsetAndTimestamp> found = consumer.offsetsForTimes(since);
        for (TopicPartition partition : since.keySet()) {
            OffsetAndTimestamp first = found.get(partition);
            consumer.seek(partition, first == null ? goal.getOrDefault(partition, 0L) : first.offset());
        }
    }

    private static boolean hasReached(KafkaConsumer<byte[], byte[]> consumer, Map<TopicPartition, Long> goal) {
        return goal.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    private boolean isOpen() {
        return closing.getCount() > 0;
    }

    private void pause() {
        try {
            if (closing.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.debug("closing while pausing");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            closing.countDown();
        }
    }

    @Override
    public void close() {
        closing.countDown();
        try {
            thread.join(CLOSING);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
