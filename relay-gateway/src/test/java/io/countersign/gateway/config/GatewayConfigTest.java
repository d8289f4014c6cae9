package io.countersign.gateway.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.wire.settings.Settings;
import io.countersign.wire.settings.StartException;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class GatewayConfigTest {

    @Test
    void defaultsAreThoseOfOneMachine() {
        GatewayConfig config = load(Map.of());

        assertThat(config.requestSealKeys()).isEmpty();
        assertThat(config.answerKeys()).isEmpty();
        assertThat(config.fingerprintKeys()).isEmpty();
        assertThat(config.decisionKeys()).isEmpty();
        assertThat(config.hosts()).containsExactlyInAnyOrder("localhost", "127.0.0.1", "[::1]", "gateway.test");
        assertThat(config.clock()).isEmpty();
        assertThat(config.priceMaxAge()).isEqualTo(Duration.ofSeconds(60));
        assertThat(config.waiting().margin()).isEqualTo(Duration.ofMillis(300));
        assertThat(config.waiting().grace()).isEqualTo(Duration.ofSeconds(3));
        assertThat(config.waiting().control()).isEqualTo(Duration.ofSeconds(5));
        assertThat(config.limits().requests()).isEqualTo(4096);
        assertThat(config.limits().octets()).isEqualTo(64L << 20);
        assertThat(config.limits().nativeCalls()).isEqualTo(1024);
        assertThat(config.limits().nativeOctets()).isEqualTo(16L << 20);
        assertThat(config.rates().accountPerSecond()).isEqualTo(10);
        assertThat(config.rates().accountBurst()).isEqualTo(200);
        assertThat(config.rates().connectionPerSecond()).isEqualTo(10);
        assertThat(config.rates().connectionBurst()).isEqualTo(150);
        assertThat(config.rates().readsPerSecond()).isEqualTo(40);
        assertThat(config.rates().readsBurst()).isEqualTo(200);
        assertThat(config.rates().changesPerSecond()).isEqualTo(5);
        assertThat(config.rates().changesBurst()).isEqualTo(50);
        assertThat(config.rates().buckets()).isEqualTo(100_000);
        assertThat(config.view().retention()).isEqualTo(Duration.ofHours(1));
        assertThat(config.view().octets()).isEqualTo(64L << 20);
        assertThat(config.producer().deliveryTimeout()).isEqualTo(Duration.ofSeconds(5));
        assertThat(config.producer().bufferTimeout()).isEqualTo(Duration.ofSeconds(1));
        assertThat(config.producer().bufferOctets()).isEqualTo(16L << 20);
    }

    @Test
    void aMarginThatTheRelayWouldRefuseStopsTheStart() {
        StartChecks.requireMargin(load(Map.of("countersign.gateway.waiting.margin", "2s")));
        GatewayConfig tooMuch = load(Map.of("countersign.gateway.waiting.margin", "2001ms"));

        assertThatThrownBy(() -> StartChecks.requireMargin(tooMuch)).hasMessageContaining("waiting.margin");
    }

    @Test
    void everyKeyAndHostIsMapped() {
        GatewayConfig config = load(Map.of(
                "countersign.gateway.request-seal-keys", "a",
                "countersign.gateway.answer-keys", "b",
                "countersign.gateway.fingerprint-keys", "c",
                "countersign.gateway.decision-keys", "d",
                "countersign.gateway.hosts", "wallet.example",
                "countersign.gateway.clock", "1736393892500",
                "countersign.gateway.price-max-age", "PT5S"));

        assertThat(config.requestSealKeys()).contains(Path.of("a"));
        assertThat(config.answerKeys()).contains(Path.of("b"));
        assertThat(config.fingerprintKeys()).contains(Path.of("c"));
        assertThat(config.decisionKeys()).contains(Path.of("d"));
        assertThat(config.hosts()).containsExactly("wallet.example");
        assertThat(config.clock()).hasValue(1_736_393_892_500L);
        assertThat(config.priceMaxAge()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void everyBoundIsMapped() {
        GatewayConfig config = load(Map.of(
                "countersign.gateway.waiting.margin", "PT1S",
                "countersign.gateway.waiting.grace", "PT2S",
                "countersign.gateway.waiting.control", "PT3S",
                "countersign.gateway.limits.requests", "4",
                "countersign.gateway.limits.octets", "5",
                "countersign.gateway.view.retention", "PT6S",
                "countersign.gateway.view.octets", "7",
                "countersign.gateway.producer.delivery-timeout", "PT8S",
                "countersign.gateway.producer.buffer-timeout", "PT9S",
                "countersign.gateway.producer.buffer-octets", "10"));

        assertThat(config.waiting().margin()).isEqualTo(Duration.ofSeconds(1));
        assertThat(config.waiting().grace()).isEqualTo(Duration.ofSeconds(2));
        assertThat(config.waiting().control()).isEqualTo(Duration.ofSeconds(3));
        assertThat(config.limits().requests()).isEqualTo(4);
        assertThat(config.limits().octets()).isEqualTo(5);
        assertThat(config.view().retention()).isEqualTo(Duration.ofSeconds(6));
        assertThat(config.view().octets()).isEqualTo(7);
        assertThat(config.producer().deliveryTimeout()).isEqualTo(Duration.ofSeconds(8));
        assertThat(config.producer().bufferTimeout()).isEqualTo(Duration.ofSeconds(9));
        assertThat(config.producer().bufferOctets()).isEqualTo(10);
    }

    @Test
    void anUnknownPropertyIsAnError() {
        assertThatExceptionOfType(StartException.class)
                .isThrownBy(() -> load(Map.of("countersign.gateway.waiting.margim", "PT1S")))
                .withMessageContaining("countersign.gateway.waiting.margim");
    }

    @Test
    void aMissingKeyIsNamedInOneLine() {
        assertThatExceptionOfType(StartException.class)
                .isThrownBy(() -> GatewayKeys.load(load(Map.of())))
                .withMessageContaining("countersign.gateway.request-seal-keys")
                .satisfies(thrown -> assertThat(thrown.getMessage()).doesNotContain("\n"));
    }

    @Test
    void aClockThatStandsStillIsForDevelopment() {
        assertThatExceptionOfType(StartException.class)
                .isThrownBy(() -> BinanceClock.requireAllowed(OptionalLong.of(1), false))
                .withMessageContaining("countersign.gateway.clock");
    }

    private static GatewayConfig load(Map<String, String> properties) {
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(properties, "test", 100))
                .build();
        return Settings.load(GatewayConfig.class, GatewayConfig.PREFIX, config);
    }
}
