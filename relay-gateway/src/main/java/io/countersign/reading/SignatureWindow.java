package io.countersign.reading;

import java.time.Duration;
import java.time.Instant;

/** From when and for how long Binance accepts a signature, to the microsecond, on Binance's clock. */
public record SignatureWindow(Instant timestamp, Duration recvWindow) {

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
