package io.countersign.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.wire.settings.Settings;
import io.countersign.wire.settings.StartException;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EngineConfigTest {

    @Test
    void defaultsAreThoseOfOneMachine() {
        EngineConfig config = load(Map.of());

        assertThat(config.applicationId()).isEqualTo("countersign.engine");
        assertThat(config.commitInterval()).isEqualTo(Duration.ofMillis(10));
        assertThat(config.checkpointInterval()).isEqualTo(Duration.ofSeconds(5));
        assertThat(config.fanInWindow()).isEqualTo(Duration.ofDays(7));
        assertThat(config.streamThreads()).isEqualTo(1);
        assertThat(config.standbyReplicas()).isEqualTo(1);
        assertThat(config.acceptableRecoveryLag()).isEqualTo(1000);
        assertThat(config.sessionTimeout()).isEqualTo(Duration.ofSeconds(2));
        assertThat(config.transactionTimeout()).isEqualTo(Duration.ofSeconds(2));
        assertThat(config.storeMemoryMib()).isEqualTo(96);
        assertThat(config.writeBuffersMib()).isEqualTo(32);
    }

    @Test
    void everyPropertyIsMapped() {
        EngineConfig config = load(Map.of(
                "countersign.engine.application-id", "a",
                "countersign.engine.commit-interval", "PT0.1S",
                "countersign.engine.checkpoint-interval", "PT1M",
                "countersign.engine.fan-in-window", "PT1H",
                "countersign.engine.stream-threads", "2",
                "countersign.engine.standby-replicas", "2"));

        assertThat(config.applicationId()).isEqualTo("a");
        assertThat(config.stateDir()).isEqualTo(Path.of("state"));
        assertThat(config.signingKeys()).isEqualTo(Path.of("keys.json"));
        assertThat(config.wrappingKeys()).isEqualTo(Path.of("wrapping.json"));
        assertThat(config.commitInterval()).isEqualTo(Duration.ofMillis(100));
        assertThat(config.checkpointInterval()).isEqualTo(Duration.ofMinutes(1));
        assertThat(config.fanInWindow()).isEqualTo(Duration.ofHours(1));
        assertThat(config.streamThreads()).isEqualTo(2);
        assertThat(config.standbyReplicas()).isEqualTo(2);
        assertThat(config.advertised()).isEqualTo("here:1");
        assertThat(config.queryToken()).isEqualTo(Path.of("token"));
    }

    @Test
    void anUnknownPropertyIsAnError() {
        assertThatThrownBy(() -> load(Map.of("countersign.engine.commit-intervall", "PT1S")))
                .isInstanceOf(StartException.class)
                .hasMessageContaining("countersign.engine.commit-intervall");
    }

    @Test
    void aMissingPropertyIsNamed() {
        assertThatThrownBy(() -> load(Map.of("countersign.engine.state-dir", "")))
                .isInstanceOf(StartException.class)
                .hasMessageContaining("countersign.engine.state-dir");
    }

    private static EngineConfig load(Map<String, String> properties) {
        Map<String, String> all = new HashMap<>(RequiredSettings.ALL);
        all.putAll(properties);
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(all, "test", 100))
                .build();
        return Settings.load(EngineConfig.class, EngineConfig.PREFIX, config);
    }
}
