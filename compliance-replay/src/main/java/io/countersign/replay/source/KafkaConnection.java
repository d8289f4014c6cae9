package io.countersign.replay.source;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/** How brokers are reached: consumers that are in no group, commit nothing and create nothing. */
public record KafkaConnection(String bootstrapServers, Map<String, String> security) {

    static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int RECORDS_AT_ONCE = 2_000;

    public KafkaConnection {
        security = Map.copyOf(security);
    }

    /**
     * With what {@code file} says of security, and nothing else: an auditor's reading is not to be tuned.
     *
     * @throws UnusableException when the file cannot be read or sets anything else
     */
    public static KafkaConnection of(String bootstrapServers, @Nullable Path file) {
        Map<String, String> security = new HashMap<>();
        Properties read = new Properties();
        if (file != null) {
            try (Reader reader = Files.newBufferedReader(file)) {
                read.load(reader);
            } catch (IOException | IllegalArgumentException e) {
                throw new UnusableException("--kafka-config: cannot read " + file, e);
            }
        }
        for (String name : read.stringPropertyNames()) {
            if (!name.startsWith("security.") && !name.startsWith("sasl.") && !name.startsWith("ssl.")) {
                throw new UnusableException(
                        "--kafka-config: %s is not one of security.*, sasl.* and ssl.*".formatted(name));
            }
            security.put(name, read.getProperty(name));
        }
        return new KafkaConnection(bootstrapServers, security);
    }

    KafkaConsumer<byte[], byte[]> consumer(String isolation) {
        Map<String, Object> config = new HashMap<>(security);
        config.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, isolation);
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, RECORDS_AT_ONCE);
        config.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
        config.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
        try {
            return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        } catch (KafkaException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new UnusableException("--bootstrap-servers: " + UnusableException.reason(cause), e);
        }
    }

    static UnusableException unusable(String topic, KafkaException e) {
        return new UnusableException("%s cannot be read: %s".formatted(topic, UnusableException.reason(e)), e);
    }
}
