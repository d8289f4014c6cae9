package io.countersign.domain.rule;

import static io.countersign.domain.testing.Samples.NOON;
import static io.countersign.domain.testing.Samples.alice;
import static io.countersign.domain.testing.Samples.withdrawal;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.domain.finding.Verdict;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeadlineRuleTest {

    @ParameterizedTest(name = "read at {0}: {1}")
    @CsvSource({
        "2026-11-22T11:59:59.999Z, PASS", // the last moment before
        "2026-11-22T12:00:00Z,     PASS", // exactly the deadline
        "2026-11-22T12:00:00.001Z, REJECT", // one millisecond late
    })
    void aSignatureThatHadLapsedAtIntakeIsRefused(Instant readAt, Verdict expected) {
        assertThat(new DeadlineRule()
                        .evaluate(withdrawal(1, "1").until(NOON).readAt(readAt).input(alice(), NOON))
                        .verdict())
                .isEqualTo(expected);
    }

    @Test
    void anotherClockOfTheLogChangesNothing() {
        Instant yearsLater = NOON.plus(Duration.ofDays(700));

        assertThat(new DeadlineRule()
                        .evaluate(withdrawal(1, "1").until(NOON).input(alice(), yearsLater))
                        .verdict())
                .isEqualTo(Verdict.PASS);
    }
}
