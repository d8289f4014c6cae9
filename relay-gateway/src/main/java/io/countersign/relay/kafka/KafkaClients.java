package io.countersign.relay.kafka;

import io.countersign.relay.config.RelayConfig;
import io.countersign.wire.topic.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Kafka clients as the relay needs them. */
public final class KafkaClients {

    private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(10);
    private static final int BULK_LINGER_MILLIS = 20;
    private static final int BULK_BATCH_OCTETS = 256 * 1024;

    private KafkaClients() {}

    /** A member of the relays' group that commits only when told to. */
    public static Consumer<byte[], byte[]> consumer(String bootstrapServers, RelayConfig config, int maxPollRecords) {
        Map<String, Object> settings = new HashMap<>();
        settings.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, config.groupId());
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        // A claim that cannot be found is never guessed back in time: what was sent before must not be sent again.
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "latest");
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, maxPollRecords);
        settings.put(
                ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG,
                Math.toIntExact(config.sessionTimeout().toMillis()));
        settings.put(
                ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG,
                Math.toIntExact(config.sessionTimeout().dividedBy(4).toMillis()));
        settings.put(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, CooperativeStickyAssignor.class.getName());
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** A reader of committed records that belongs to no group and commits nothing. */
    public static Consumer<byte[], byte[]> reader(String bootstrapServers) {
        Map<String, Object> settings = Map.of(
                CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed",
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest");
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** A producer that loses nothing it has acknowledged, doubles nothing, and gives up in the end. */
    public static Producer<byte[], byte[]> producer(String bootstrapServers, RelayConfig config) {
        return producer(settings(bootstrapServers, config));
    }

    /** The same for much that nobody waits for: thousands of symbols, which say the same things in other words. */
    public static Producer<byte[], byte[]> bulkProducer(String bootstrapServers, RelayConfig config) {
        Map<String, Object> settings = settings(bootstrapServers, config);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, BULK_LINGER_MILLIS);
        settings.put(ProducerConfig.BATCH_SIZE_CONFIG, BULK_BATCH_OCTETS);
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "zstd");
        return producer(settings);
    }

    private static Producer<byte[], byte[]> producer(Map<String, Object> settings) {
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    private static Map<String, Object> settings(String bootstrapServers, RelayConfig config) {
        Map<String, Object> settings = new HashMap<>();
        settings.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        settings.put(
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                Math.toIntExact(
                        REQUEST_TIMEOUT.compareTo(config.deliveryTimeout()) < 0
                                ? REQUEST_TIMEOUT.toMillis()
                                : config.deliveryTimeout().toMillis()));
        settings.put(
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                Math.toIntExact(config.deliveryTimeout().toMillis()));
        settings.put(
                ProducerConfig.MAX_BLOCK_MS_CONFIG, config.deliveryTimeout().toMillis());
        settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, 2 * Topics.MAX_OUTCOME_OCTETS);
        return settings;
    }
}
