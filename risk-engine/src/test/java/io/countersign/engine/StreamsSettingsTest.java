package io.countersign.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.engine.failure.StopReason;
import io.countersign.engine.store.StoreMemory;
import io.countersign.wire.settings.KafkaConfig;
import io.countersign.wire.settings.Settings;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;
import org.junit.jupiter.api.Test;

class StreamsSettingsTest {

    private final StreamsConfig settings = new StreamsConfig(properties());

    @Test
    void aDeadEngineIsFoundOutAndItsTransactionTakenBackWithinSeconds() {
        Map<String, Object> consumer = settings.getMainConsumerConfigs("group", "client", 0);
        Map<String, Object> producer = settings.getProducerConfigs("client");

        assertThat(consumer)
                .containsEntry(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 2_000)
                .containsEntry(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 333)
                .containsEntry(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 100)
                .containsEntry(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        assertThat(producer).containsEntry(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, 2_000);
        assertThat(settings.getInt(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG)).isEqualTo(1);
    }

    /** So the first task's flush has the records of all tasks to send, and the others nothing. */
    @Test
    void whatChangesIsWithTheProducerBeforeTheCommit() {
        assertThat(settings.getLong(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG))
                .isZero();
    }

    @Test
    void theStoresFindTheirCommonMemoryAndTheHandlersTheirReason() {
        assertThat(settings.originals().get(StoreMemory.SETTING)).isInstanceOf(StoreMemory.class);
        assertThat(settings.processingExceptionHandler()).isNotNull();
        assertThat(settings.productionExceptionHandler()).isNotNull();
        assertThat(settings.deserializationExceptionHandler()).isNotNull();
    }

    private static Properties properties() {
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(RequiredSettings.ALL, "test", 100))
                .build();
        EngineConfig engine = Settings.load(EngineConfig.class, EngineConfig.PREFIX, config);
        Properties properties =
                StreamsSettings.of(engine, Settings.load(KafkaConfig.class, KafkaConfig.PREFIX, config));
        StreamsSettings.addParts(
                properties, new StoreMemory(engine.storeMemoryMib(), engine.writeBuffersMib()), new StopReason());
        return properties;
    }
}
