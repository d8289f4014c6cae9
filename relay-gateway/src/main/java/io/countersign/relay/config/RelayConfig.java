package io.countersign.relay.config;

import io.countersign.domain.money.Asset;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Every setting of the relay, under {@value #PREFIX}. Read only while the role is on. */
public interface RelayConfig {

    String PREFIX = "countersign.relay";

    /** HPKE private keyset: opens what the gateway sealed. */
    Path requestKeys();

    /** HPKE public keyset of the gateway: seals answers to it. */
    Path answerSealKeys();

    /** Ed25519 public keyset of the engine: tells its decisions from others. */
    Path decisionKeys();

    /** PRF keyset of the gateway: tells which connection an API key is. */
    Path fingerprintKeys();

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

    /** Of them, of one account. */
    @WithDefault("32")
    int maxInFlightPerAccount();

    /** What all users share at Binance. */
    Weights weights();

    /** What does not leave at once. */
    Waiting waiting();

    /** How long nothing leaves when Binance's firewall blocks our address, and how long an account waits that it stopped. */
    @WithDefault("PT5M")
    Duration firewallPause();

    /** So many answers 429 within a minute stop everything: the next ones would get our address banned. */
    @WithDefault("5")
    int toleratedLimits();

    /** A longer answer counts as unreadable. */
    @WithDefault("2097152")
    int maxAnswerOctets();

    /** How often clock, prices and status are looked up. */
    @WithDefault("PT5S")
    Duration referenceInterval();

    /** How often the symbols are looked up: it costs 20 of the shared weight, and they seldom change. */
    @WithDefault("PT10M")
    Duration exchangeInfoInterval();

    /** Longest list of symbols, in octets; Binance's is above 10 MB. */
    @WithDefault("33554432")
    int maxExchangeInfoOctets();

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

    /** PEM file with the only authorities that may have signed Binance's certificate; those of the JDK when not given. */
    Optional<Path> trustedCertificates();

    /** {@code http://host:port} of a proxy that is asked to CONNECT. */
    Optional<URI> proxy();

    /** Weight a minute, and how it is shared. */
    interface Weights {

        /** Everything under /api together, by address: Binance's documentation of limits. */
        @WithDefault("6000")
        int api();

        /** Each endpoint under /sapi, by address: the same. */
        @WithDefault("12000")
        int sapiIp();

        /** Each endpoint under /sapi, by Binance user: the same. */
        @WithDefault("180000")
        int sapiUid();

        /** Relays behind one address, this one included. */
        @WithDefault("1")
        int relays();

        /** How much of a limit is used at most. */
        @WithDefault("90")
        int usedPercent();

        /** How much of that only goes to what moves funds and to our own look-ups. */
        @WithDefault("10")
        int reservedPercent();
    }

    /** How long and how many requests that move no funds wait for Binance's limits. */
    interface Waiting {

        @WithDefault("PT2S")
        Duration longest();

        @WithDefault("64")
        int requests();

        @WithDefault("4")
        int ofAccount();
    }
}
