package io.countersign.relay.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.domain.money.Asset;
import io.countersign.relay.testing.RelayConfigs;
import io.countersign.wire.settings.StartException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RelayConfigTest {

    @Test
    void defaultsKeepWithinBinancesOwnTimes() {
        RelayConfig config = RelayConfigs.with(Map.of());

        assertThat(config.deadlineMargin()).isEqualTo(Duration.ofMillis(150));
        assertThat(config.connectTimeout()).isEqualTo(Duration.ofSeconds(2));
        assertThat(config.responseTimeout()).isEqualTo(Duration.ofSeconds(11));
        assertThat(config.maxInFlight()).isEqualTo(256);
        assertThat(config.maxAnswerOctets()).isEqualTo(2 * 1024 * 1024);
        assertThat(config.referenceInterval()).isEqualTo(Duration.ofSeconds(5));
        assertThat(config.quoteAsset()).isEqualTo(new Asset("USDT"));
        assertThat(config.groupId()).isEqualTo("countersign.relay");
        assertThat(config.sessionTimeout()).isEqualTo(Duration.ofSeconds(6));
        assertThat(config.deliveryTimeout()).isEqualTo(Duration.ofMinutes(2));
    }

    @Test
    void everyPropertyIsMapped() {
        RelayConfig config = RelayConfigs.with(Map.ofEntries(
                Map.entry("request-keys", "r.json"),
                Map.entry("answer-seal-keys", "a.json"),
                Map.entry("decision-keys", "d.json"),
                Map.entry("fingerprint-keys", "f.json"),
                Map.entry("binance-url", "http://b:1"),
                Map.entry("deadline-margin", "PT1S"),
                Map.entry("connect-timeout", "PT2.5S"),
                Map.entry("response-timeout", "PT3S"),
                Map.entry("max-in-flight", "4"),
                Map.entry("max-answer-octets", "5"),
                Map.entry("reference-interval", "PT6S"),
                Map.entry("quote-asset", "EUR"),
                Map.entry("group-id", "g"),
                Map.entry("session-timeout", "PT7S"),
                Map.entry("delivery-timeout", "PT8S")));

        assertThat(config.requestKeys()).isEqualTo(Path.of("r.json"));
        assertThat(config.answerSealKeys()).isEqualTo(Path.of("a.json"));
        assertThat(config.decisionKeys()).isEqualTo(Path.of("d.json"));
        assertThat(config.fingerprintKeys()).isEqualTo(Path.of("f.json"));
        assertThat(config.binanceUrl()).isEqualTo(URI.create("http://b:1"));
        assertThat(config.deadlineMargin()).isEqualTo(Duration.ofSeconds(1));
        assertThat(config.connectTimeout()).isEqualTo(Duration.ofMillis(2500));
        assertThat(config.responseTimeout()).isEqualTo(Duration.ofSeconds(3));
        assertThat(config.maxInFlight()).isEqualTo(4);
        assertThat(config.maxAnswerOctets()).isEqualTo(5);
        assertThat(config.referenceInterval()).isEqualTo(Duration.ofSeconds(6));
        assertThat(config.quoteAsset()).isEqualTo(new Asset("EUR"));
        assertThat(config.groupId()).isEqualTo("g");
        assertThat(config.sessionTimeout()).isEqualTo(Duration.ofSeconds(7));
        assertThat(config.deliveryTimeout()).isEqualTo(Duration.ofSeconds(8));
    }

    @Test
    void anUnknownPropertyIsAnError() {
        assertThatThrownBy(() -> RelayConfigs.with(Map.of("max-in-fligth", "4")))
                .isInstanceOf(StartException.class)
                .hasMessageContaining("countersign.relay.max-in-fligth");
    }

    @Test
    void aMissingKeyIsNamed() {
        assertThatThrownBy(() -> RelayConfigs.with(Map.of("request-keys", "")))
                .isInstanceOf(StartException.class)
                .hasMessageContaining("countersign.relay.request-keys");
    }
}
