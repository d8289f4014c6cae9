package io.countersign.domain.decider;

import static io.countersign.domain.decider.LookUpFixture.DEADLINE;
import static io.countersign.domain.decider.LookUpFixture.OVER;
import static io.countersign.domain.decider.LookUpFixture.POLICY;
import static io.countersign.domain.decider.LookUpFixture.REQUEST;
import static io.countersign.domain.decider.LookUpFixture.TAKEN;
import static io.countersign.domain.decider.LookUpFixture.UNKNOWN;
import static io.countersign.domain.decider.LookUpFixture.counted;
import static io.countersign.domain.decider.LookUpFixture.first;
import static io.countersign.domain.decider.LookUpFixture.kinds;
import static io.countersign.domain.decider.LookUpFixture.result;
import static io.countersign.domain.testing.LookUpSample.found;
import static io.countersign.domain.testing.Samples.NOON;
import static io.countersign.domain.testing.Samples.after;
import static io.countersign.domain.testing.Samples.alice;
import static io.countersign.domain.testing.Samples.evaluate;
import static io.countersign.domain.testing.Samples.outcome;
import static io.countersign.domain.testing.Samples.requestId;
import static io.countersign.domain.testing.Samples.usdt;
import static io.countersign.domain.testing.Samples.withdrawal;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.domain.account.Account;
import io.countersign.domain.account.OutcomeClass;
import io.countersign.domain.lookup.LookUpResult;
import io.countersign.domain.lookup.Resolution;
import io.countersign.domain.policy.Memory;
import io.countersign.domain.policy.Policy;
import io.countersign.domain.testing.LookUpSample;
import io.countersign.domain.testing.RequestSample;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What comes after a resolution, and what has none. */
class ResolutionTest {

    /** The sample policy, which remembers requests for an hour and spending for a day. */
    private static final Policy SHORT = new Policy(
            1,
            POLICY.quote(),
            new Memory(Duration.ofDays(1), Duration.ofHours(1)),
            POLICY.base(),
            Map.of(),
            Map.of(),
            POLICY.stepUp(),
            POLICY.lookUps(),
            null);

    @Test
    void whatIsListedAfterAllCountsAgain() {
        Account released = released();
        LookUpSample late = LookUpSample.empty(OVER.plusSeconds(100)).finding(found(6, TAKEN));

        assertThat(kinds(released, late, 5))
                .isEqualTo("OutcomeRecorded RequestLookedUp ReservationOpened ReservationSettled");
        Account again = after(released, POLICY, late.answering(5));
        assertThat(counted(again)).isEqualTo(usdt("40"));
        assertThat(first(again).resolution()).isEqualTo(Resolution.EXECUTED);
    }

    /** As long as spending is: that is longer than requests are remembered for their retries. */
    @Test
    void whatWasReleasedIsRememberedForALateFind() {
        Instant later = NOON.plus(Duration.ofHours(2));
        Account remembering = after(released(), SHORT, evaluate(RequestSample.balances(20), later));
        LookUpSample late = LookUpSample.empty(later).finding(found(6, TAKEN));

        assertThat(counted(after(remembering, SHORT, late.answering(20)))).isEqualTo(usdt("40"));

        Instant nextDay = NOON.plus(Duration.ofDays(1)).plusMillis(1);
        Account forgetting = after(released(), SHORT, evaluate(RequestSample.balances(20), nextDay));
        assertThat(forgetting.activity().withdrawals()).isEmpty();
        assertThat(forgetting.activity().decided()).containsOnlyKeys(requestId(20));
    }

    @Test
    void aLateAnswerThatItWasDoneCountsAgain() {
        assertThat(counted(after(released(), POLICY, outcome(1, OutcomeClass.DONE, NOON))))
                .isEqualTo(usdt("40"));
    }

    @Test
    void nothingElseOverrulesAResolution() {
        assertThat(kinds(released(), LookUpSample.empty(OVER.plusSeconds(200)), 5))
                .isEqualTo("OutcomeRecorded");
        assertThat(kinds(released(), LookUpSample.empty(OVER.plusSeconds(200)).finding(found(5, TAKEN)), 5))
                .isEqualTo("OutcomeRecorded");
    }

    @Test
    void aRequestThatNobodyToldOfIsResolvedToo() {
        Account untold = after(alice(), POLICY, evaluate(REQUEST, NOON), evaluate(RequestSample.balances(2), NOON));

        assertThat(result(untold, LookUpSample.empty(NOON).finding(found(6, TAKEN))))
                .isEqualTo(LookUpResult.EXECUTED);
    }

    @Test
    void whatIsCertainIsNotLookedUp() {
        Account done = after(
                alice(),
                POLICY,
                evaluate(REQUEST, NOON),
                outcome(1, OutcomeClass.DONE, NOON),
                evaluate(RequestSample.balances(2), NOON));

        assertThat(kinds(done, LookUpSample.empty(OVER))).isEqualTo("OutcomeRecorded");
    }

    @Test
    void twoRequestsOfOneOrderIdAreOnlyResolvedTogether() {
        RequestSample twin = withdrawal(9, "40").until(DEADLINE).moving(REQUEST.transfer());
        Account two = after(UNKNOWN, POLICY, evaluate(twin, NOON), outcome(9, OutcomeClass.UNKNOWN, NOON));

        assertThat(kinds(two, LookUpSample.empty(OVER).finding(found(5, TAKEN))))
                .isEqualTo("OutcomeRecorded RequestLookedUp RequestLookedUp");
        assertThat(kinds(two, LookUpSample.empty(OVER).finding(found(6, TAKEN))))
                .isEqualTo("OutcomeRecorded RequestLookedUp RequestLookedUp");
        assertThat(counted(after(
                        two,
                        POLICY,
                        LookUpSample.empty(OVER).finding(found(5, TAKEN)).answering(2))))
                .isEqualTo(usdt("80"));
    }

    private static Account released() {
        return after(
                UNKNOWN,
                POLICY,
                LookUpSample.empty(OVER).answering(2),
                LookUpSample.empty(OVER.plusSeconds(30)).answering(3),
                LookUpSample.empty(OVER.plusSeconds(60)).answering(4));
    }
}
