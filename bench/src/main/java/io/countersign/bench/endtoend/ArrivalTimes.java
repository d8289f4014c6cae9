package io.countersign.bench.endtoend;

import io.countersign.bench.load.Sample;
import java.util.OptionalLong;
import org.HdrHistogram.Histogram;

/** From when requests were due until they were at Binance. What never got there is a failure and has no time. */
final class ArrivalTimes {

    private static final int NANOS_PER_MICRO = 1_000;

    private final Histogram micros = Sample.none().latencies();
    private long missing;

    /** One request; both in nanoseconds of one clock. */
    void add(long due, OptionalLong arrived) {
        if (arrived.isEmpty()) {
            missing++;
            return;
        }
        micros.recordValue(
                Math.clamp((arrived.getAsLong() - due) / NANOS_PER_MICRO, 0, micros.getHighestTrackableValue()));
    }

    Sample sample(double seconds) {
        return new Sample(micros, missing, seconds);
    }
}
