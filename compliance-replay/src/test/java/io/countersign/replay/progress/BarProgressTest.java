package io.countersign.replay.progress;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BarProgressTest {

    @ParameterizedTest(name = "on {0} columns: {1}")
    @CsvSource({
        "80, 79", // the usual one
        "400, 100", // nobody reads so far
        "0, 20", // a terminal that does not know
    })
    void aBarIsNarrowerThanItsTerminal(int columns, int width) {
        assertThat(BarProgress.width(columns)).isEqualTo(width);
    }
}
