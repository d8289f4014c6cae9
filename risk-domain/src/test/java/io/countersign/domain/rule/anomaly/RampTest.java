package io.countersign.domain.rule.anomaly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RampTest {

    @ParameterizedTest(name = "{0} gives {1}")
    @CsvSource({"-9, 0", "2, 0", "2.19, 0", "2.21, 1", "3, 5", "3.99, 9", "4, 10", "400, 10"})
    void risesOnAStraightLineAndIsRoundedDown(double value, int points) {
        assertThat(new Ramp(2, 4, 10).points(value)).isEqualTo(points);
    }

    @ParameterizedTest(name = "{0} gives {1}")
    @CsvSource({"9, 0", "4, 0", "3, 5", "2, 10", "-1, 10"})
    void risesDownwardsToo(double value, int points) {
        assertThat(new Ramp(4, 2, 10).points(value)).isEqualTo(points);
    }

    @ParameterizedTest(name = "{0} is told as {2}")
    @CsvSource({
        "2, 4, 2 to 4",
        "-3, 0.5, -3 to 0.5",
        "1.006, 1e10, 1.01 to 10000000000",
        "86400000, -0.0, 86400000 to 0"
    })
    void isToldWithAtMostTwoDecimals(double from, double to, String told) {
        assertThat(new Ramp(from, to, 10)).hasToString("10 points from " + told);
    }

    @Test
    void isBetweenTwoNumbersWithAWeight() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Ramp(1, 1, 10));
        assertThatIllegalArgumentException().isThrownBy(() -> new Ramp(1, Double.NaN, 10));
        assertThatIllegalArgumentException().isThrownBy(() -> new Ramp(1, 2, -1));
        assertThat(new Ramp(1, 2, 0).points(3)).isZero();
    }
}
