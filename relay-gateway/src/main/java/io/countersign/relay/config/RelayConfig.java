package io.countersign.relay.config;

import io.countersign.domain.money.Asset;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

/** Every setting of the relay, under {@value #PREFIX}. Read only while the role is on. */
public interface RelayConfig {

    String PREFIX = "countersign.relay";

    /** HPKE private keyset: opens what the gateway sealed. */
    Path requestKeys();

    /** HPKE public keyset of the gateway: seals answers to it. */
    Path answerSealKeys();

    /** Ed25519 public keyset of the engine: tells its decisions from others. */
    Path decisionKeys();

    /** Scheme, host and port of Binance. There is no other way out. */
    URI binanceUrl();

    /** How long before a signature lapses it is no longer sent: the way to Binance takes time. */
    @WithDefault("PT0.15S")
    Duration deadlineMargin();

    @WithDefault("PT2S")
    Duration connectTimeout();

    /** From the last octet sent to the last octet received. Binance itself gives up after 10 s and says so. */
    @WithDefault("PT11S")
    Duration responseTimeout();

    /** Requests that are sent and not yet told. */
    @WithDefault("256")
    int maxInFlight();

    /** A longer answer counts as unreadable. */
    @WithDefault("2097152")
    int maxAnswerOctets();

    /** How often clock, prices and status are looked up. */
    @WithDefault("PT5S")
    Duration referenceInterval();

    /** The currency that limits are kept in. */
    @WithDefault("USDT")
    @WithConverter(AssetConverter.class)
    Asset quoteAsset();

    @WithDefault("countersign.relay")
    String groupId();

    /** A relay that is silent for so long has lost its partitions. */
    @WithDefault("PT6S")
    Duration sessionTimeout();

    /** How long Kafka is tried before an outcome stays untold. */
    @WithDefault("PT2M")
    Duration deliveryTimeout();
}
