package io.countersign.domain.testing;

import java.util.stream.LongStream;

/** The seeds of a property test: {@code -Dcountersign.seed=N} runs one again, {@code -Dcountersign.seeds=N} so many. */
public final class Seeds {

    private static final int MANY = 500;
    private static final int FEW = 20;

    private Seeds() {}

    /** For what takes a millisecond. */
    public static LongStream seeds() {
        return upTo(MANY);
    }

    /** For what takes longer. */
    public static LongStream fewSeeds() {
        return upTo(FEW);
    }

    private static LongStream upTo(int usual) {
        Long one = Long.getLong("countersign.seed");
        return one == null ? LongStream.range(0, Integer.getInteger("countersign.seeds", usual)) : LongStream.of(one);
    }
}
