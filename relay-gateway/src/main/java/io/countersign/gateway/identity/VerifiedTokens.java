package io.countersign.gateway.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.countersign.wire.chain.Sha256;
import io.countersign.wire.message.Octets;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * Whose the tokens are that were verified a moment ago: an app sends one token with many calls, and to verify it costs more than all
 * else that the gateway does with a request. Keeps digests, as a token is a secret.
 */
final class VerifiedTokens {

    /** By so much longer a token may be taken after its key was dropped. */
    static final Duration MEMORY = Duration.ofMinutes(1);

    private static final int MOST = 20_000;

    private final InstantSource clock;
    private final Cache<Octets, Caller> callers;

    VerifiedTokens(InstantSource clock, Ticker ticker) {
        this.clock = clock;
        this.callers = Caffeine.newBuilder()
                .expireAfterWrite(MEMORY)
                .maximumSize(MOST)
                .ticker(ticker)
                .build();
    }

    /** Null when {@code token} is to be verified: it was not lately, or it has ended since. */
    @Nullable
    Caller find(String token) {
        Caller caller = callers.getIfPresent(digest(token));
        return caller != null && clock.instant().isBefore(caller.expiresAt()) ? caller : null;
    }

    void remember(String token, Caller caller) {
        callers.put(digest(token), caller);
    }

    private static Octets digest(String token) {
        return Octets.of(Sha256.of(token.getBytes(StandardCharsets.UTF_8)));
    }
}
