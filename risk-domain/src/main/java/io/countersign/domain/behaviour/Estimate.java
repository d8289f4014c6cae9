package io.countersign.domain.behaviour;

/**
 * What is usual of one quantity: its mean and variance, weighted exponentially and hard to shift by one outlier. Updated one by one
 * (West 1979); what is learnt of a value is clipped (Huber 1964).
 *
 * @param count how many values it learnt from, 0 or more
 * @param mean in the quantity's unit
 * @param variance in the unit's square, 0 or more
 */
public record Estimate(long count, double mean, double variance) {

    public static final Estimate NONE = new Estimate(0, 0, 0);

    /**
     * How many values it looks back on: half of the weight is on the last 22. Few enough that a change of habit is learnt in weeks
     * by whoever pays daily.
     */
    static final long MEMORY = 32;

    /** A value is learnt as if it were at most so many spreads from the mean. A normal quantity passes it in 1.2 % of cases. */
    static final double CLIP = 2.5;

    /** Assumed before anything is known: a spread of 1, in the natural logarithm a factor of 2.7. Our assumption, not measured. */
    static final double ASSUMED_VARIANCE = 1;

    /** How many values the assumption weighs. It also keeps who always does the same from being strict to a cent: 1/3 stays. */
    static final double ASSUMED_COUNT = 4;

    public Estimate {
        if (count < 0 || !(variance >= 0) || !Double.isFinite(mean) || !Double.isFinite(variance)) {
            throw new IllegalArgumentException("an estimate is of 0 or more values, with a finite mean and variance");
        }
    }

    /** With one more value. */
    Estimate learned(double value) {
        if (count == 0) {
            return new Estimate(1, value, 0);
        }
        double rate = 1.0 / StrictMath.min(count + 1, MEMORY);
        double most = CLIP * spread();
        double step = StrictMath.max(-most, StrictMath.min(most, value - mean));
        return new Estimate(count + 1, mean + rate * step, (1 - rate) * (variance + rate * step * step));
    }

    /** The standard deviation, drawn towards the assumption while little is known; more than 0. */
    public double spread() {
        double known = StrictMath.min(count, MEMORY);
        return StrictMath.sqrt((known * variance + ASSUMED_COUNT * ASSUMED_VARIANCE) / (known + ASSUMED_COUNT));
    }

    /** How many spreads {@code value} is above the mean; negative below. */
    public double deviations(double value) {
        return (value - mean) / spread();
    }
}
