package io.countersign.bench.peer;

import java.util.List;

/**
 * How long and how hard.
 *
 * @param rates requests a second
 * @param slices of the system, and as many of the peer
 * @param warmUp requests to each before anything is measured: a cold JVM is another program
 * @param throughputShots requests of one slice of the throughput
 */
public record PeerPlan(
        int accounts, List<Integer> rates, int slices, int sliceSeconds, int warmUp, int throughputShots, long seed) {

    public PeerPlan {
        rates = List.copyOf(rates);
    }

    /** What a figure is quoted from: some fifteen minutes on two cores. */
    public static PeerPlan thorough(long seed) {
        return new PeerPlan(1_000, List.of(100, 500), 6, 10, 20_000, 5_000, seed);
    }

    /** Whether the bench itself works: a minute, and its figures mean little. */
    public static PeerPlan quick(long seed) {
        return new PeerPlan(30, List.of(100), 1, 1, 100, 200, seed);
    }
}
