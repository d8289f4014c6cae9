package io.countersign.reading;

import java.time.Duration;
import java.time.Instant;

/** From when and for how long Binance accepts a signature, to the microsecond, on Binance's clock. */
public record SignatureWindow(Instant timestamp, Duration recvWindow) {

    /**
     * How long before it lapses a deadline may be at most. From the deadline on it is counted when a request of unknown outcome can no
     * longer be executed.
     */
    public static final Duration LONGEST_MARGIN = Duration.ofSeconds(2);

    /** How far Binance lets a timestamp run ahead of its clock. */
    private static final Duration LEAD = Duration.ofSeconds(1);

    /** The last instant at which Binance accepts the signature. */
    public Instant lapsesAt() {
        return timestamp.plus(recvWindow);
    }

    /** Whether Binance would find the timestamp in its future. */
    public boolean isAhead(Instant now) {
        return !timestamp.isBefore(now.plus(LEAD));
    }
}
