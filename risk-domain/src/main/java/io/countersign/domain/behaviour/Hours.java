package io.countersign.domain.behaviour;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * At which hours of the day (UTC) somebody acts. Whole numbers, so that it is small and adds up the same everywhere.
 *
 * @param weights of the 24 hours, in thousandths of an act; the last act weighs 1,000 and each older one 1/64 less
 */
public record Hours(List<Integer> weights) {

    public static final Hours NONE = new Hours(Collections.nCopies(24, 0));

    private static final int ACT = 1000;

    private static final long SECONDS_OF_AN_HOUR = 3_600;
    private static final long SECONDS_OF_A_DAY = 24 * SECONDS_OF_AN_HOUR;

    /** Half of the weight is on the last 44 acts: more than {@link Estimate} has, as there are 24 numbers to learn and not two. */
    private static final int MEMORY = 64;

    /** Neighbouring hours share an act: a triangle of two hours to each side, since nobody lives by the full hour. */
    private static final int[] TRIANGLE = {1, 2, 3, 2, 1};

    private static final double TRIANGLE_SUM = 9;

    /** Acts, spread evenly over the day, that are assumed before anything is known; as {@link Estimate#ASSUMED_COUNT}. */
    private static final double ASSUMED = Estimate.ASSUMED_COUNT * ACT;

    public Hours {
        weights = List.copyOf(weights);
        if (weights.size() != 24 || weights.stream().anyMatch(each -> each < 0)) {
            throw new IllegalArgumentException("a day has 24 hours, and weights are 0 or more");
        }
    }

    Hours learned(Instant at) {
        List<Integer> next = new ArrayList<>(weights.size());
        for (int weight : weights) {
            next.add(weight - (weight + MEMORY - 1) / MEMORY);
        }
        int hour = hourOf(at);
        next.set(hour, next.get(hour) + ACT);
        return new Hours(next);
    }

    /** How common the hour of {@code at} is: 1 for as common as in a life without habits, towards 0 for never. */
    public double commonness(Instant at) {
        int hour = hourOf(at);
        double near = 0;
        for (int i = 0; i < TRIANGLE.length; i++) {
            near += TRIANGLE[i] * weights.get(Math.floorMod(hour + i - TRIANGLE.length / 2, 24));
        }
        int all = 0;
        for (int weight : weights) {
            all += weight;
        }
        return 24 * (near / TRIANGLE_SUM + ASSUMED / 24) / (all + ASSUMED);
    }

    private static int hourOf(Instant at) {
        return (int) (Math.floorMod(at.getEpochSecond(), SECONDS_OF_A_DAY) / SECONDS_OF_AN_HOUR);
    }
}
