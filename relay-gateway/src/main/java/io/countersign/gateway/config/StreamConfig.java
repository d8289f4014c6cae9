package io.countersign.gateway.config;

import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Bounds of server-sent events. */
public interface StreamConfig {

    /** Open at once for one account; more are answered 429. */
    @WithDefault("8")
    int perAccount();

    /** Open at once in all; more are answered 429. */
    @WithDefault("2000")
    int inAll();

    /** What waits for one reader; whoever is slower is cut off. */
    @WithDefault("256")
    int queue();

    /** Notices that are kept for whoever comes back. */
    @WithDefault("20000")
    int kept();

    /** Between two signs of life. */
    @WithDefault("15s")
    Duration heartbeat();

    /** Longest life of an account's stream; a token may end it earlier. */
    @WithDefault("1h")
    Duration life();

    /** Longest life of a request's stream, and so the wait for a late answer after UNKNOWN. */
    @WithDefault("10m")
    Duration requestLife();
}
