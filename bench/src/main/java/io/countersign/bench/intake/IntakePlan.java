package io.countersign.bench.intake;

import java.util.List;

/**
 * How long and how hard.
 *
 * @param rates requests a second
 * @param slices of the system, and as many of the floor
 * @param warmUp requests to each before anything is measured: a cold JVM is another program
 * @param throughputShots requests of one slice of the throughput
 */
public record IntakePlan(
        int accounts, List<Integer> rates, int slices, int sliceSeconds, int warmUp, int throughputShots, long seed) {

    public IntakePlan {
        rates = List.copyOf(rates);
    }

    /** What a figure is quoted from: some twelve minutes on two cores. */
    public static IntakePlan thorough(long seed) {
        return new IntakePlan(1_000, List.of(100, 500, 2_000), 6, 5, 60_000, 15_000, seed);
    }

    /** Whether the bench itself works: under a minute, and its figures mean little. */
    public static IntakePlan quick(long seed) {
        return new IntakePlan(20, List.of(500), 1, 1, 300, 600, seed);
    }
}
