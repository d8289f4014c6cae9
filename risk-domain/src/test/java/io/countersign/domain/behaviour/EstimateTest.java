package io.countersign.domain.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class EstimateTest {

    @Test
    void theFirstValuesMakeAPlainMeanAndVariance() {
        Estimate estimate = learned(Estimate.NONE, 1, 2, 3);

        assertThat(estimate.count()).isEqualTo(3);
        assertThat(estimate.mean()).isCloseTo(2, within(1e-12));
        assertThat(estimate.variance()).isCloseTo(2.0 / 3, within(1e-12));
    }

    @Test
    void theSpreadIsDrawnTowardsOneWhileLittleIsKnown() {
        assertThat(Estimate.NONE.spread()).isEqualTo(1);
        assertThat(new Estimate(4, 0, 9).spread()).isCloseTo(StrictMath.sqrt(5), within(1e-12));
        assertThat(new Estimate(1_000_000, 0, 0).spread()).isCloseTo(1.0 / 3, within(1e-12));
    }

    @Test
    void oneOutlierIsLearntAsIfItWereTwoAndAHalfSpreadsAway() {
        Estimate usual = new Estimate(1000, 10, 1);

        assertThat(usual.learned(1e9)).isEqualTo(usual.learned(12.5));
        assertThat(usual.learned(-1e9)).isEqualTo(usual.learned(7.5));
        assertThat(usual.learned(12.4).mean()).isLessThan(usual.learned(12.5).mean());
    }

    @Test
    void aChangeOfHabitIsLearntInTheEnd() {
        Estimate estimate = new Estimate(1000, 5, 0.1);
        for (int i = 0; i < 150; i++) {
            estimate = estimate.learned(8);
        }

        assertThat(estimate.mean()).isCloseTo(8, within(0.1));
    }

    @Test
    void theLastOf32ValuesWeighsOne32nd() {
        assertThat(new Estimate(1000, 10, 1).learned(11).mean()).isEqualTo(10 + 1.0 / 32);
    }

    @Test
    void isOfNumbersOnly() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Estimate(-1, 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Estimate(1, Double.NaN, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Estimate(1, 0, -1e-9));
        assertThatIllegalArgumentException().isThrownBy(() -> new Estimate(1, 0, Double.POSITIVE_INFINITY));
    }

    private static Estimate learned(Estimate start, double... values) {
        Estimate estimate = start;
        for (double value : values) {
            estimate = estimate.learned(value);
        }
        return estimate;
    }
}
