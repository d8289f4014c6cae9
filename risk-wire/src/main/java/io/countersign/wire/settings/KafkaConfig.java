package io.countersign.wire.settings;

import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Where Kafka is. */
public interface KafkaConfig {

    String PREFIX = "countersign.kafka";

    /** host:port, comma separated. */
    @WithDefault("127.0.0.1:9092")
    String bootstrapServers();

    /** How long the start waits for the broker before it gives up. */
    @WithDefault("PT30S")
    Duration startTimeout();
}
