package io.countersign.bench.engine;

/**
 * How many of what.
 *
 * @param accounts each of which asks once before anything is measured, so that every store has all of them
 * @param warmUps slices before those that are measured: a cold JVM is another program
 * @param slices of the engine, and as many of each pass-through
 * @param sliceRequests that are on the topic before a slice begins; more, when so many are too few to be measured
 */
public record EnginePlan(int accounts, int warmUps, int slices, int sliceRequests, int streamThreads, long seed) {

    /**
     * What a figure is quoted from: a million requests of a hundred thousand accounts, some fifteen minutes. Larger slices would keep a
     * frozen side frozen for longer than the five minutes after which its group goes on without it.
     */
    public static EnginePlan thorough(long seed) {
        return new EnginePlan(100_000, 1, 10, 100_000, 1, seed);
    }

    /** Whether the bench itself works; its figures mean little. */
    public static EnginePlan quick(long seed) {
        return new EnginePlan(50, 0, 1, 4_000, 1, seed);
    }

    /** The same with other stream threads. */
    public EnginePlan withThreads(int threads) {
        return new EnginePlan(accounts, warmUps, slices, sliceRequests, threads, seed);
    }
}
