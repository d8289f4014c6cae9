package io.countersign.relay.egress;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.LongSupplier;

/**
 * The time of day at the start, and what has passed since. Somebody who sets the machine's clock changes neither a deadline, whose
 * offset to Binance was measured before, nor which minute a weight was spent in, nor the end of a ban.
 */
public final class SteadyClock extends Clock {

    private final Instant start;
    private final long nanosAtStart;
    private final LongSupplier nanoTime;

    SteadyClock(InstantSource timeOfDay, LongSupplier nanoTime) {
        this.start = timeOfDay.instant();
        this.nanosAtStart = nanoTime.getAsLong();
        this.nanoTime = nanoTime;
    }

    /** A clock that starts now. */
    public static SteadyClock startingNow() {
        return new SteadyClock(InstantSource.system(), System::nanoTime);
    }

    @Override
    public Instant instant() {
        return start.plusNanos(nanoTime.getAsLong() - nanosAtStart);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    /** Instants have no zone. */
    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
