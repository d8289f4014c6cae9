package io.countersign.sandbox.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.kafka.server.config.AbstractKafkaConfig;
import org.junit.jupiter.api.Test;

class BrokerConfigTest {
    private final BrokerConfig config = BrokerConfig.of("/data", "9092", "9093");

    @Test
    void everyListenerIsOnLoopback() {
        assertThat(config.properties().get("listeners"))
                .isEqualTo("BROKER://127.0.0.1:9092,CONTROLLER://127.0.0.1:9093");
        assertThat(config.properties().get("advertised.listeners")).isEqualTo("BROKER://127.0.0.1:9092");
    }

    @Test
    void topicsAreNeverMadeByAccident() {
        assertThat(config.properties()).containsEntry("auto.create.topics.enable", "false");
    }

    @Test
    void kafkaKnowsEverySetting() {
        assertThat(AbstractKafkaConfig.CONFIG_DEF.names())
                .containsAll(config.properties().keySet());
    }

    @Test
    void aMissingArgumentIsRefused() {
        assertThatThrownBy(() -> BrokerConfig.of("/data")).isInstanceOf(IllegalArgumentException.class);
    }
}
