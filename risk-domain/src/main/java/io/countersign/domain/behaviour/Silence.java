package io.countersign.domain.behaviour;

import java.time.Duration;
import java.time.Instant;

/** A time without transfers, between two of them. */
public record Silence(Instant from, Instant until) {

    /** What is shorter is no silence: most people do not act every day. The rule has its own bound above it. */
    static final Duration SHORTEST = Duration.ofDays(7);

    public Duration length() {
        return Duration.between(from, until);
    }
}
