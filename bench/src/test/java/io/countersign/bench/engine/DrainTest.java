package io.countersign.bench.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a slice counts. */
class DrainTest {

    @ParameterizedTest
    @CsvSource({
        "0.00, false", // shorter than what Linux counts in: a rate without end
        "0.29, false",
        "0.30, true",
        "9.00, true"
    })
    void aSliceCountsWhenItsCpuTimeCanBeTold(double cpuSeconds, boolean measurable) {
        assertThat(new Drain(1_000, 1, cpuSeconds).isMeasurable()).isEqualTo(measurable);
    }
}
