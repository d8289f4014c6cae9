package io.countersign.relay.budget;

import static io.countersign.relay.testing.Approvals.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.relay.budget.Admission.Cause;
import io.countersign.relay.budget.Breaker.State;
import io.countersign.relay.egress.Attempt;
import io.countersign.wire.message.Octets;
import io.countersign.wire.seal.WireAnswer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BreakerTest {

    private static final Duration FIREWALL = Duration.ofMinutes(5);

    private final Breaker breaker = new Breaker(FIREWALL, 5);

    @Test
    void afterAStartNothingLeavesBeforeALookAtTheClockWasAnswered() {
        assertThat(breaker.holds(NOON)).isPresent();
        assertThat(breaker.admitsLookup("/api/v3/ticker/price", NOON)).isFalse();
        assertThat(breaker.admitsLookup(Breaker.PROBE, NOON)).isTrue();

        breaker.probed(answer(200), NOON);

        assertThat(breaker.holds(NOON)).isEmpty();
        assertThat(breaker.admitsLookup("/api/v3/ticker/price", NOON)).isTrue();
    }

    @ParameterizedTest(name = "Retry-After {0}: {1} s")
    @CsvSource({"7,7", "0,1", "999999999,259200", "soon,120"})
    void aBanLastsAsLongAsBinanceSays(String retryAfter, long seconds) {
        closed();

        breaker.answered(answer(418, retryAfter), NOON);

        Instant end = NOON.plusSeconds(seconds);
        assertThat(breaker.state(end.minusMillis(1))).isEqualTo(State.OPEN);
        assertThat(breaker.admitsLookup(Breaker.PROBE, end.minusMillis(1))).isFalse();
        assertThat(breaker.state(end)).isEqualTo(State.HALF_OPEN);
        assertThat(breaker.holds(end)).isPresent();
        breaker.probed(answer(200), end);
        assertThat(breaker.holds(end)).as("a look from before the ban").isPresent();
        breaker.probed(new Attempt.Answered(end, 200, List.of(), Octets.EMPTY), end);
        assertThat(breaker.holds(end)).isEmpty();
    }

    @Test
    void aLateAnswerToAUserClosesNothing() {
        closed();
        breaker.answered(answer(418, "60"), NOON);

        breaker.answered(answer(200), NOON.plusSeconds(1));
        breaker.probed(answer(200), NOON.plusSeconds(2));

        assertThat(breaker.state(NOON.plusSeconds(59))).isEqualTo(State.OPEN);
    }

    @Test
    void aProbeThatMeetsABanOpensItAgain() {
        breaker.probed(answer(418, "30"), NOON);

        assertThat(breaker.left(NOON)).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void theFirewallIsBelievedToMeanTheAddressOnlyWhenTheProbeMeetsItToo() {
        closed();
        breaker.answered(answer(403), NOON);
        assertThat(breaker.state(NOON)).isEqualTo(State.HALF_OPEN);
        breaker.probed(answer(200), NOON);
        assertThat(breaker.state(NOON)).isEqualTo(State.CLOSED);

        breaker.answered(answer(403), NOON);
        breaker.probed(answer(403), NOON);

        assertThat(breaker.left(NOON)).isEqualTo(FIREWALL);
    }

    @Test
    void tooManyExceededLimitsWithinAMinuteStopEverything() {
        closed();
        for (int i = 0; i < 4; i++) {
            breaker.answered(answer(429, "9"), NOON.plusSeconds(i));
        }
        assertThat(breaker.state(NOON.plusSeconds(3))).isEqualTo(State.CLOSED);
        breaker.answered(answer(429, "9"), NOON.plusSeconds(62));
        assertThat(breaker.state(NOON.plusSeconds(62))).isEqualTo(State.CLOSED);
        breaker.answered(answer(429, "9"), NOON.plusSeconds(62));

        breaker.answered(answer(429, "9"), NOON.plusSeconds(62));

        assertThat(breaker.left(NOON.plusSeconds(62))).isEqualTo(Duration.ofSeconds(9));
    }

    @Test
    void duringMaintenanceUsersWaitAndLookUpsGoOn() {
        closed();
        breaker.maintenance(true);
        assertThat(breaker.holds(NOON))
                .hasValueSatisfying(held -> assertThat(held.cause()).isEqualTo(Cause.MAINTENANCE));
        assertThat(breaker.admitsLookup("/sapi/v1/system/status", NOON)).isTrue();

        breaker.maintenance(false);

        assertThat(breaker.holds(NOON)).isEmpty();
    }

    private void closed() {
        breaker.probed(answer(200), NOON);
    }

    private static Attempt.Answered answer(int status) {
        return new Attempt.Answered(NOON, status, List.of(), Octets.EMPTY);
    }

    private static Attempt.Answered answer(int status, String retryAfter) {
        return new Attempt.Answered(
                NOON, status, List.of(new WireAnswer.Header("Retry-After", retryAfter)), Octets.EMPTY);
    }
}
