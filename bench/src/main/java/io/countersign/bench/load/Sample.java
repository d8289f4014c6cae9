package io.countersign.bench.load;

import org.HdrHistogram.Histogram;

/**
 * What a stretch of load took.
 *
 * @param latencies in microseconds, from when a request was due until its answer was whole
 * @param failures requests that were not answered as they should; they have a latency too
 * @param seconds from the first request due to the last answer
 */
public record Sample(Histogram latencies, long failures, double seconds) {

    /** Three digits are enough to compare by. */
    private static final int DIGITS = 3;

    private static final long LONGEST_MICROS = 60_000_000;

    static Histogram histogram() {
        return new Histogram(LONGEST_MICROS, DIGITS);
    }

    /** The nothing to add others to. */
    public static Sample none() {
        return new Sample(histogram(), 0, 0);
    }

    /** Both stretches as one. */
    public Sample plus(Sample other) {
        Histogram both = latencies.copy();
        both.add(other.latencies);
        return new Sample(both, failures + other.failures, seconds + other.seconds);
    }

    /** Answers a second. */
    public double perSecond() {
        return seconds == 0 ? 0 : latencies.getTotalCount() / seconds;
    }

    /** Milliseconds that {@code percent} of the requests did not exceed. */
    public double millisAt(double percent) {
        return latencies.getValueAtPercentile(percent) / 1e3;
    }
}
