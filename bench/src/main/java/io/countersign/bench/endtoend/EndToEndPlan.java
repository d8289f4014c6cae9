package io.countersign.bench.endtoend;

import java.util.List;

/**
 * How long and how hard.
 *
 * @param rates requests a second
 * @param slices of the system, and as many of the floor
 * @param warmUp requests to each before anything is measured: a cold JVM is another program
 * @param throughputShots requests of one slice of the throughput
 */
public record EndToEndPlan(
        int accounts, List<Integer> rates, int slices, int sliceSeconds, int warmUp, int throughputShots, long seed) {

    public EndToEndPlan {
        rates = List.copyOf(rates);
    }

    /** What a figure is quoted from: some twelve minutes on two cores. */
    public static EndToEndPlan thorough(long seed) {
        return new EndToEndPlan(2_000, List.of(100, 500, 2_000), 6, 5, 30_000, 3_000, seed);
    }

    /** Whether the bench itself works; its figures mean little. */
    public static EndToEndPlan quick(long seed) {
        return new EndToEndPlan(30, List.of(500), 1, 1, 100, 200, seed);
    }
}
