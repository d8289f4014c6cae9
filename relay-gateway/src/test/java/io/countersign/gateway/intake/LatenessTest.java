package io.countersign.gateway.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.gateway.answer.Problem;
import io.countersign.gateway.config.BinanceClock;
import io.countersign.reading.SignatureWindow;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LatenessTest {

    private static final Instant SIGNED = Instant.ofEpochMilli(1_736_393_892_000L);
    private static final SignatureWindow WINDOW = new SignatureWindow(SIGNED, Duration.ofSeconds(5));
    private static final Duration MARGIN = Duration.ofMillis(300);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            -1001000 | timestamp-ahead  | it is 1001 ms ahead
            -1000000 | timestamp-ahead  | it is 1000 ms ahead
             -999999 |                  |
             4699999 |                  |
             4700000 | signature-lapsed | 300 ms are left and the way to Binance needs 300
             4999999 | signature-lapsed | 0 ms are left
             5000000 | signature-lapsed | 0 ms are left
             5001000 | signature-lapsed | lapsed 1 ms ago
            65000000 | signature-lapsed | lapsed 60000 ms ago
            """)
    void theRefusalSaysHowLate(long micros, @Nullable String type, @Nullable String words) {
        Optional<Problem> refused = Lateness.refusal(WINDOW, SIGNED.plus(micros, ChronoUnit.MICROS), MARGIN);

        if (type == null) {
            assertThat(refused).isEmpty();
        } else {
            assertThat(refused).get().satisfies(problem -> {
                assertThat(problem.type()).endsWith(":" + type);
                assertThat(problem.code()).isEqualTo(-1021);
                assertThat(problem.detail()).contains(words);
            });
        }
    }

    /** A phone with the right time is not late because our clock is. */
    @Test
    void itIsBinancesClockThatCounts() {
        Instant before = Instant.now();

        Instant theirs = BinanceClock.of(OptionalLong.empty(), () -> Duration.ofSeconds(-90))
                .now();

        assertThat(theirs).isBetween(before.minusSeconds(91), Instant.now().minusSeconds(89));
    }
}
