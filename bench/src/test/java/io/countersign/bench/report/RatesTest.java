package io.countersign.bench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A ratio is of figures that were taken. */
class RatesTest {

    @Test
    void theRatioIsOfTheMedians() {
        Rates rates = new Rates("engine", "1", "a second", List.of(3.0, 1.0, 2.0), List.of(10.0, 4.0, 1.0));

        assertThat(rates.ratio()).isEqualTo(0.5);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, Double.POSITIVE_INFINITY, Double.NaN})
    void aRateThatWasNotMeasuredGivesNoRatio(double rate) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Rates("engine", "1", "a second", List.of(1.0), List.of(rate)))
                .withMessageContaining("not measured");
    }
}
