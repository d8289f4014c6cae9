package io.countersign.relay.reference;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** One look at Binance's clock: what it showed between two instants of ours. */
record ClockMeasurement(Instant before, Instant binance, Instant after) {

    /** What Binance's clock shows more than ours, if both ways took equally long. */
    Duration offset() {
        Instant middle = before.plus(Duration.between(before, after).dividedBy(2));
        return Duration.between(middle, binance);
    }

    /** The middle one of several, so that one slow way does not count. */
    static Duration median(List<ClockMeasurement> measurements) {
        List<Duration> offsets =
                measurements.stream().map(ClockMeasurement::offset).sorted().toList();
        return offsets.get(offsets.size() / 2);
    }
}
