package io.countersign.bench.load;

import java.util.SplittableRandom;

/** When requests are due: a Poisson process, as of many callers who know nothing of each other. Repeats itself for a seed. */
public final class Arrivals {

    private static final double NANOS_PER_SECOND = 1e9;

    private final SplittableRandom random;
    private final double meanGapNanos;

    /** Arrivals at {@code perSecond} requests a second on average. */
    public Arrivals(int perSecond, long seed) {
        if (perSecond < 1) {
            throw new IllegalArgumentException("at least one request a second, not " + perSecond);
        }
        this.random = new SplittableRandom(seed);
        this.meanGapNanos = NANOS_PER_SECOND / perSecond;
    }

    /** Nanoseconds until the next one is due. */
    public long nextGap() {
        return Math.round(-meanGapNanos * Math.log(1 - random.nextDouble()));
    }
}
