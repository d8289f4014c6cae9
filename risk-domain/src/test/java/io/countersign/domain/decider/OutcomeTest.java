package io.countersign.domain.decider;

import static io.countersign.domain.testing.Samples.NOON;
import static io.countersign.domain.testing.Samples.after;
import static io.countersign.domain.testing.Samples.alice;
import static io.countersign.domain.testing.Samples.evaluate;
import static io.countersign.domain.testing.Samples.outcome;
import static io.countersign.domain.testing.Samples.usdt;
import static io.countersign.domain.testing.Samples.withdrawal;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.domain.account.Account;
import io.countersign.domain.account.AccountEvent;
import io.countersign.domain.account.OutcomeClass;
import io.countersign.domain.money.Amount;
import io.countersign.domain.policy.Policies;
import io.countersign.domain.policy.Policy;
import io.countersign.domain.testing.RequestSample;
import io.countersign.domain.testing.SamplePolicy;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class OutcomeTest {

    private static final Policy POLICY = SamplePolicy.version(1);
    private static final Account WAITING = after(alice(), POLICY, evaluate(withdrawal(1, "40"), NOON));

    @ParameterizedTest(name = "{0}: {1}, {2} USDT stay counted")
    @CsvSource({
        "DONE,    OutcomeRecorded ReservationSettled,  40", // it moved
        "REFUSED, OutcomeRecorded ReservationReleased,  0", // Binance did not carry it out
        "EXPIRED, OutcomeRecorded ReservationReleased,  0", // it never left
        "UNKNOWN, OutcomeRecorded,                     40", // it may have moved
    })
    void theFirstOutcomeDecidesAboutTheReservation(OutcomeClass told, String events, String counted) {
        Account account = after(WAITING, POLICY, outcome(1, told, NOON));

        assertThat(kinds(AccountDecider.decide(outcome(1, told, NOON), WAITING, Policies.only(POLICY))))
                .isEqualTo(events);
        assertThat(counted(account)).isEqualTo(usdt(counted));
    }

    @ParameterizedTest(name = "{0}, then {1}: {2}, {3} USDT stay counted")
    @CsvSource({
        "UNKNOWN, DONE,    OutcomeRecorded ReservationSettled,  40", // the late answer settles
        "UNKNOWN, REFUSED, OutcomeRecorded ReservationReleased,  0", // the late answer frees
        "UNKNOWN, EXPIRED, OutcomeRecorded ReservationReleased,  0", // it turned out never to have left
        "UNKNOWN, UNKNOWN, '',                                  40", // nothing new
        "DONE,    REFUSED, '',                                  40", // what moved has moved
        "DONE,    UNKNOWN, '',                                  40", // and is known to have
        "DONE,    DONE,    '',                                  40", // a repeat
        "REFUSED, DONE,    '',                                   0", // the first certain word stands
        "REFUSED, UNKNOWN, '',                                   0", // doubt comes too late
        "EXPIRED, DONE,    '',                                   0", // what never left cannot have moved
    })
    void onlyDoubtIsOverruled(OutcomeClass first, OutcomeClass second, String events, String counted) {
        Account told = after(WAITING, POLICY, outcome(1, first, NOON));

        assertThat(kinds(AccountDecider.decide(outcome(1, second, NOON), told, Policies.only(POLICY))))
                .isEqualTo(events);
        assertThat(counted(after(told, POLICY, outcome(1, second, NOON)))).isEqualTo(usdt(counted));
    }

    @ParameterizedTest
    @EnumSource
    void anOutcomeOfARejectedRequestIsIgnored(OutcomeClass told) {
        Account account = after(alice(), POLICY, evaluate(withdrawal(1, "400"), NOON));

        assertThat(AccountDecider.decide(outcome(1, told, NOON), account, Policies.only(POLICY)))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void anOutcomeOfARequestThatNobodyKnowsIsIgnored(OutcomeClass told) {
        assertThat(AccountDecider.decide(outcome(2, told, NOON), WAITING, Policies.only(POLICY)))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void anOutcomeOfWhatMovedNothingIsOnlyRecorded(OutcomeClass told) {
        Account account = after(alice(), POLICY, evaluate(RequestSample.balances(1), NOON));

        assertThat(kinds(AccountDecider.decide(outcome(1, told, NOON), account, Policies.only(POLICY))))
                .isEqualTo("OutcomeRecorded");
    }

    @Test
    void anOutcomeThatComesAfterEverythingWasForgottenIsIgnored() {
        Account later = after(
                WAITING,
                POLICY,
                evaluate(
                        RequestSample.balances(2),
                        NOON.plus(SamplePolicy.MEMORY).plus(Duration.ofMillis(1))));

        assertThat(AccountDecider.decide(outcome(1, OutcomeClass.DONE, NOON), later, Policies.only(POLICY)))
                .isEmpty();
    }

    private static Object counted(Account account) {
        return Objects.requireNonNull(
                account.activity().exposure().sum(Amount.zero(POLICY.quote()), SamplePolicy.DAY, NOON, each -> true));
    }

    private static String kinds(List<AccountEvent> events) {
        return String.join(
                " ",
                events.stream().map(event -> event.getClass().getSimpleName()).toList());
    }
}
