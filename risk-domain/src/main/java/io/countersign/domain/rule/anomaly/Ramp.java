package io.countersign.domain.rule.anomaly;

import java.time.Duration;

/**
 * How points rise: none up to {@code from}, all of {@code weight} from {@code to} on, on a straight line between, rounded down.
 * With {@code to} below {@code from} they rise downwards.
 *
 * @param weight points, 0 or more
 * @param text for a person: made once, as it is a part of every finding
 */
public record Ramp(double from, double to, int weight, String text) {

    public Ramp {
        if (!Double.isFinite(from) || !Double.isFinite(to) || from == to) {
            throw new IllegalArgumentException("a ramp is between two different numbers");
        }
        if (weight < 0) {
            throw new IllegalArgumentException("a weight is 0 or more points");
        }
    }

    public Ramp(double from, double to, int weight) {
        this(from, to, weight, weight + " points from " + Words.number(from) + " to " + Words.number(to));
    }

    /** All of {@code weight} at once, none once {@code over}, which is more than zero, has gone by. */
    static Ramp fading(Duration over, int weight) {
        if (!over.isPositive()) {
            throw new IllegalArgumentException("points fade over some time");
        }
        return new Ramp((double) over.toMillis(), 0, weight, weight + " points less over " + Words.days(over));
    }

    /** The points after {@code length}; a negative one counts as zero. */
    int points(Duration length) {
        return points((double) length.toMillis());
    }

    /** The points of {@code value}. */
    public int points(double value) {
        double share = (value - from) / (to - from);
        return (int) StrictMath.floor(weight * StrictMath.max(0, StrictMath.min(1, share)));
    }

    @Override
    public String toString() {
        return text;
    }
}
