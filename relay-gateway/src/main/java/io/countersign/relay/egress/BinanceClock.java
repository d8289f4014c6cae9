package io.countersign.relay.egress;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Binance's clock: ours, corrected by what was measured. Safe for many threads. */
public final class BinanceClock {

    private final Clock ours;
    private volatile @Nullable Duration offset;

    public BinanceClock(Clock ours) {
        this.ours = ours;
    }

    /** Now on Binance's clock; on ours as long as nothing was measured. */
    public Instant now() {
        Duration measured = offset;
        return measured == null ? ours.instant() : ours.instant().plus(measured);
    }

    /** Whether it was measured: nothing that hangs on a deadline may leave before. */
    public boolean isMeasured() {
        return offset != null;
    }

    /** Takes what Binance's clock shows more than ours. */
    public void correct(Duration measured) {
        offset = measured;
    }

    /** What Binance's clock shows more than a clock that shows {@code timeOfDay} at this moment. */
    public Duration aheadOf(Instant timeOfDay) {
        return Duration.between(timeOfDay, now());
    }

    /** Now on our own clock. */
    public Instant ours() {
        return ours.instant();
    }
}
