package io.countersign.replay.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LineProgressTest {

    @Test
    void saysRateAndTimeLeft() {
        assertThat(LineProgress.line("verify", 120_000, 500_000, Duration.ofSeconds(2)))
                .isEqualTo("verify: 120,000 of 500,000, 24 %, 60,000 a second, 7 s left");
    }

    @Test
    void nothingToDoIsDone() {
        assertThat(LineProgress.line("verify", 0, 0, Duration.ZERO))
                .isEqualTo("verify: 0 of 0, 100 %, 0 a second, 0 s left");
    }
}
