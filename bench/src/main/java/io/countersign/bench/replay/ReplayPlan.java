package io.countersign.bench.replay;

import java.util.List;

/**
 * How much, and how often.
 *
 * @param events entries of the journal at each measurement of memory, in ascending order; the last is what rates are taken of
 * @param rounds of verifying, and as many of decoding
 */
public record ReplayPlan(List<Long> events, int accounts, int rounds, long seed) {

    public ReplayPlan {
        events = List.copyOf(events);
    }

    /** What a figure is quoted from: five million entries, which take some ten minutes to make. */
    public static ReplayPlan thorough(long seed) {
        return new ReplayPlan(List.of(500_000L, 1_000_000L, 5_000_000L), 100_000, 3, seed);
    }

    /** Whether the bench itself works; its figures mean little. */
    public static ReplayPlan quick(long seed) {
        return new ReplayPlan(List.of(500L), 40, 1, seed);
    }
}
