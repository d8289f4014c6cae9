package io.countersign.gateway.config;

import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Every setting of the gateway role, under {@code countersign.gateway}. */
public interface GatewayConfig {

    String PREFIX = "countersign.gateway";

    /** HPKE public keyset of the relay: requests are sealed to it. */
    Optional<Path> requestSealKeys();

    /** HPKE private keyset: the relay seals answers to it. */
    Optional<Path> answerKeys();

    /** PRF keyset that turns API keys into fingerprints. */
    Optional<Path> fingerprintKeys();

    /** Ed25519 public keyset of the engine: decisions are countersigned with it. */
    Optional<Path> decisionKeys();

    /** Host names, without port, under which this gateway is reached; a request for another is refused. */
    @WithDefault("localhost,127.0.0.1,[::1],gateway.test")
    Set<String> hosts();

    /** Milliseconds since 1970 at which Binance's clock stands still; only with countersign.development=true. */
    OptionalLong clock();

    /** A price older than this is not pinned, and not told. */
    @WithDefault("60s")
    Duration priceMaxAge();

    /** Exchange information older than this is not told. */
    @WithDefault("6h")
    Duration exchangeInfoMaxAge();

    /** A second factor that was proved longer ago than this does not count. */
    @WithDefault("PT5M")
    Duration secondFactorMaxAge();

    Wait waiting();

    Engine engine();

    Limits limits();

    Rates rates();

    Views view();

    Producer producer();

    StreamConfig streams();

    /** How long callers wait. */
    interface Wait {

        /** Life that a signature must still have, for the way to Binance. */
        @WithDefault("300ms")
        Duration margin();

        /** How long after a signature's end its outcome may still arrive. */
        @WithDefault("3s")
        Duration grace();

        /** For requests that are under way when the gateway stops; then they are told where to look. */
        @WithDefault("5s")
        Duration drain();

        /** For the engine to take a control. */
        @WithDefault("5s")
        Duration control();
    }

    /** The engines that are asked for accounts. */
    interface Engine {

        /** Addresses, scheme and port included, asked in this order. */
        Optional<List<URI>> urls();

        /** File with the token that the engines want to see. */
        Optional<Path> queryToken();

        @WithDefault("300ms")
        Duration connectTimeout();

        /** For one engine to answer. */
        @WithDefault("2s")
        Duration timeout();
    }

    /** What may be under way at once; more is answered 429. */
    interface Limits {

        @WithDefault("4096")
        int requests();

        @WithDefault("67108864")
        long octets();

        /** Calls of the native API, in a room of their own. */
        @WithDefault("1024")
        int nativeCalls();

        @WithDefault("16777216")
        long nativeOctets();
    }

    /** How often one account may ask: so many a second, after so many at once; more is answered 429, before the log. */
    interface Rates {

        /** Signed requests of an account, whatever they are signed with; the engine's work for it grows with the square. */
        @WithDefault("10")
        int accountPerSecond();

        @WithDefault("200")
        int accountBurst();

        /** Signed requests of one API key of the account. */
        @WithDefault("10")
        int connectionPerSecond();

        @WithDefault("150")
        int connectionBurst();

        /** Questions to the native API. */
        @WithDefault("40")
        int readsPerSecond();

        @WithDefault("200")
        int readsBurst();

        /** Changes through the native API. */
        @WithDefault("5")
        int changesPerSecond();

        @WithDefault("50")
        int changesBurst();

        /** Buckets of each of these kinds; whoever comes when all are in use shares one. */
        @WithDefault("100000")
        int buckets();
    }

    /** What is remembered of requests. */
    interface Views {

        @WithDefault("1h")
        Duration retention();

        @WithDefault("67108864")
        long octets();
    }

    /** How long and how much waits for Kafka. */
    interface Producer {

        @WithDefault("5s")
        Duration deliveryTimeout();

        @WithDefault("1s")
        Duration bufferTimeout();

        @WithDefault("16777216")
        long bufferOctets();
    }
}
