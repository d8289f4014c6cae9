package io.countersign.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The schedule of a load. */
class ArrivalsTest {

    private static final int MANY = 100_000;

    @Test
    void theRateIsTheOneAskedForAndTheGapsDiffer() {
        Arrivals arrivals = new Arrivals(500, 7);
        long[] gaps = LongStream.generate(arrivals::nextGap).limit(MANY).toArray();

        assertThat(LongStream.of(gaps).average().orElseThrow()).isCloseTo(2_000_000, within(40_000.0));
        assertThat(LongStream.of(gaps).filter(gap -> gap < 1_000_000).count()).isBetween(35_000L, 44_000L);
    }

    @Test
    void aSeedRepeatsItself() {
        Arrivals first = new Arrivals(500, 7);
        Arrivals second = new Arrivals(500, 7);

        assertThat(LongStream.generate(first::nextGap).limit(10).toArray())
                .containsExactly(LongStream.generate(second::nextGap).limit(10).toArray());
    }
}
