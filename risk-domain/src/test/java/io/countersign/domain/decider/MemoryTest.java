package io.countersign.domain.decider;

import static io.countersign.domain.testing.Samples.NOON;
import static io.countersign.domain.testing.Samples.USDT;
import static io.countersign.domain.testing.Samples.alice;
import static io.countersign.domain.testing.Samples.evaluate;
import static io.countersign.domain.testing.Samples.outcome;
import static io.countersign.domain.testing.Samples.withdrawal;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.domain.account.Account;
import io.countersign.domain.account.AccountEvent;
import io.countersign.domain.account.AccountEvent.OutcomeRecorded;
import io.countersign.domain.account.AccountEvent.ReservationReleased;
import io.countersign.domain.account.AccountEvent.ReservationSettled;
import io.countersign.domain.account.OutcomeClass;
import io.countersign.domain.policy.LookUpRules;
import io.countersign.domain.policy.Memory;
import io.countersign.domain.policy.Policies;
import io.countersign.domain.policy.Policy;
import io.countersign.domain.testing.RequestSample;
import io.countersign.domain.testing.SamplePolicy;
import io.countersign.domain.testing.Samples;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An hour is long enough for who retries; funds that moved count for a day. */
class MemoryTest {

    private static final Policy POLICY = new Policy(
            1,
            USDT,
            new Memory(Duration.ofDays(1), Duration.ofHours(1)),
            SamplePolicy.version(1).base(),
            Map.of(),
            Map.of(),
            SamplePolicy.STEP_UP,
            LookUpRules.DEFAULT,
            null);

    /** 1 looks, 2 is approved, 3 rejected, 4 approved and refused by Binance, 5 approved and done. */
    private static final Account BUSY = Samples.after(
            alice(),
            POLICY,
            evaluate(RequestSample.balances(1), NOON),
            evaluate(withdrawal(2, "10"), NOON),
            evaluate(withdrawal(3, "1000"), NOON),
            evaluate(withdrawal(4, "10"), NOON),
            outcome(4, OutcomeClass.REFUSED, NOON),
            evaluate(withdrawal(5, "10"), NOON),
            outcome(5, OutcomeClass.DONE, NOON));

    @ParameterizedTest(name = "{0} later {1} are remembered")
    @CsvSource({
        "PT1H,       1 2 3 4 5", // exactly as long as asked
        "PT1H0.001S, 2 5", // what counts nowhere is forgotten
        "PT24H,      2 5", // exactly as long as asked
        "PT24H0.001S, ''", // what counts no more is forgotten too
    })
    void whatCountsIsRememberedLonger(Duration later, String remembered) {
        Account account = after(later);

        assertThat(account.activity().decided().keySet())
                .extracting(id -> Long.parseLong(id.value(), 16))
                .map(String::valueOf)
                .containsExactly((remembered + " 9").trim().split(" "));
    }

    @ParameterizedTest(name = "{0} later {1} taken: {2}")
    @CsvSource({
        "PT24H,       DONE,    true", // it still counts, so the word still settles
        "PT24H,       REFUSED, true", // or releases
        "PT24H0.001S, DONE,    false", // it counts no more
    })
    void aLateOutcomeCountsAsLongAsTheTransferDoes(Duration later, OutcomeClass told, boolean taken) {
        List<AccountEvent> events = decide(2, told, after(later));

        if (taken) {
            assertThat(events)
                    .hasExactlyElementsOfTypes(
                            OutcomeRecorded.class,
                            told == OutcomeClass.DONE ? ReservationSettled.class : ReservationReleased.class);
        } else {
            assertThat(events).isEmpty();
        }
    }

    @Test
    void anOutcomeOfAForgottenLookIsIgnored() {
        assertThat(decide(1, OutcomeClass.DONE, after(Duration.ofHours(1)))).hasSize(1);
        assertThat(decide(1, OutcomeClass.DONE, after(Duration.ofHours(1).plusMillis(1))))
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}: {1} more learnt")
    @CsvSource({
        "DONE,    1", // the funds moved
        "REFUSED, 0", // they did not
        "UNKNOWN, 0", // nobody knows
    })
    void whatIsUsualIsLearntFromFundsThatMoved(OutcomeClass told, long more) {
        Account account = Samples.after(BUSY, POLICY, outcome(2, told, NOON.plusSeconds(5)));

        assertThat(account.activity().baseline().transfers()).isEqualTo(1 + more);
    }

    private static Account after(Duration later) {
        return Samples.after(BUSY, POLICY, evaluate(RequestSample.balances(9), NOON.plus(later)));
    }

    private static List<AccountEvent> decide(long n, OutcomeClass told, Account account) {
        return AccountDecider.decide(outcome(n, told, NOON), account, Policies.only(POLICY));
    }
}
