package io.countersign.bench.workload;

import java.util.SplittableRandom;

/**
 * What one request of a seeded load asks for: most withdraw to where they always do, some to their second address, few to nobody's,
 * and every fifth only reads.
 *
 * @param index of the member that asks
 * @param hundredths of a USDT; about 1 to 300, most near 20
 */
record Ask(int index, Kind kind, long hundredths) {

    enum Kind {
        HOME,
        SECOND,
        STRANGER,
        READ
    }

    private static final int HOME_PERCENT = 68;
    private static final int SECOND_PERCENT = 78;
    private static final int STRANGER_PERCENT = 80;

    /** Keeps the numbers of one seed apart: any large odd number does. */
    private static final long STRIDE = 0x9E3779B97F4A7C15L;

    /** The request with the number {@code number}, the same for a seed in every run. */
    static Ask of(Crowd crowd, long number) {
        SplittableRandom random = new SplittableRandom(crowd.seed() + number * STRIDE);
        int index = number < crowd.size() ? (int) number : random.nextInt(crowd.size());
        long hundredths = Math.round(2_000 * Math.exp(random.nextGaussian()));
        return new Ask(index, kind(random.nextInt(100)), Math.clamp(hundredths, 100, 30_000));
    }

    private static Kind kind(int percent) {
        if (percent < HOME_PERCENT) {
            return Kind.HOME;
        }
        if (percent < SECOND_PERCENT) {
            return Kind.SECOND;
        }
        return percent < STRANGER_PERCENT ? Kind.STRANGER : Kind.READ;
    }
}
