package io.countersign.gateway.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.domain.id.AccountId;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallerTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);

    @ParameterizedTest(name = "{0} s ago: {1}")
    @CsvSource({"0, true", "300, true", "301, false", "-30, true", "-31, false"})
    void aSecondFactorCountsForAWhile(long secondsAgo, boolean counts) {
        assertThat(caller(NOON.minusSeconds(secondsAgo)).provedSecondFactor(NOON, FIVE_MINUTES))
                .isEqualTo(counts);
    }

    @Test
    void withoutASecondFactorNoneIsProved() {
        assertThat(caller(null).provedSecondFactor(NOON, FIVE_MINUTES)).isFalse();
    }

    private static Caller caller(@Nullable Instant secondFactorAt) {
        return new Caller(new AccountId("alice"), "alice", Set.of(Caller.OWNER), secondFactorAt, NOON);
    }
}
