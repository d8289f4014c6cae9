package io.countersign.sandbox.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.kafka.server.config.AbstractKafkaConfig;
import org.junit.jupiter.api.Test;

class BrokerConfigTest {
    private final BrokerConfig config = BrokerConfig.of("/data", "1", "9092/9093");

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
    void aClusterOfThreeKeepsEveryRecordThreeTimesAndAcknowledgesItOnTwo() {
        BrokerConfig third = BrokerConfig.of("/data", "3", "9092/9093,9094/9095,9096/9097");

        assertThat(third.properties())
                .containsEntry("node.id", "3")
                .containsEntry("advertised.listeners", "BROKER://127.0.0.1:9096")
                .containsEntry("controller.quorum.voters", "1@127.0.0.1:9093,2@127.0.0.1:9095,3@127.0.0.1:9097")
                .containsEntry("default.replication.factor", "3")
                .containsEntry("offsets.topic.replication.factor", "3")
                .containsEntry("transaction.state.log.replication.factor", "3")
                .containsEntry("min.insync.replicas", "2")
                .containsEntry("transaction.state.log.min.isr", "2");
    }

    @Test
    void aBrokerThatIsNotOfTheClusterIsRefused() {
        assertThatThrownBy(() -> BrokerConfig.of("/data", "2", "9092/9093"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aMissingArgumentIsRefused() {
        assertThatThrownBy(() -> BrokerConfig.of("/data")).isInstanceOf(IllegalArgumentException.class);
    }
}
