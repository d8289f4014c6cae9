package io.countersign.gateway.config;

import io.countersign.wire.settings.StartException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.OptionalLong;
import java.util.function.Supplier;

/** What time it is at Binance: ours plus the offset that the relay measured. */
public final class BinanceClock {

    private final Clock ours;
    private final Supplier<Duration> offset;

    private BinanceClock(Clock ours, Supplier<Duration> offset) {
        this.ours = ours;
        this.offset = offset;
    }

    /** Follows {@code offset}, or stands still at {@code fixed}. */
    public static BinanceClock of(OptionalLong fixed, Supplier<Duration> offset) {
        if (fixed.isEmpty()) {
            return new BinanceClock(Clock.systemUTC(), offset);
        }
        Instant instant = Instant.ofEpochMilli(fixed.getAsLong());
        return new BinanceClock(Clock.fixed(instant, ZoneOffset.UTC), () -> Duration.ZERO);
    }

    /** Fails when a clock that stands still is asked for outside development. */
    public static void requireAllowed(OptionalLong fixed, boolean development) {
        if (fixed.isPresent() && !development) {
            throw new StartException("countersign.gateway.clock: allowed only with countersign.development=true");
        }
    }

    public Instant now() {
        return ours.instant().plus(offset.get());
    }
}
