package io.countersign.domain.rule;

import static io.countersign.domain.testing.Samples.BTC;
import static io.countersign.domain.testing.Samples.HOME;
import static io.countersign.domain.testing.Samples.NOON;
import static io.countersign.domain.testing.Samples.USDT;
import static io.countersign.domain.testing.Samples.aliceHavingReserved;
import static io.countersign.domain.testing.Samples.reserved;
import static io.countersign.domain.testing.Samples.usdt;
import static io.countersign.domain.testing.Samples.withdrawal;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.domain.account.Account;
import io.countersign.domain.account.Reservation;
import io.countersign.domain.finding.Finding;
import io.countersign.domain.finding.RuleId;
import io.countersign.domain.finding.Verdict;
import io.countersign.domain.money.Amount;
import io.countersign.domain.money.Asset;
import io.countersign.domain.testing.RequestSample;
import io.countersign.domain.testing.SamplePolicy;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpendCapRuleTest {

    private static final SpendCapRule DAILY =
            new SpendCapRule(new RuleId("daily"), usdt("100"), SamplePolicy.DAY, new Reach.All());
    private static final SpendCapRule ROLLING =
            new SpendCapRule(new RuleId("rolling"), usdt("100"), SamplePolicy.LAST_24_HOURS, new Reach.All());

    @ParameterizedTest(name = "{0} spent, {1} asked: {2}")
    @CsvSource({
        " 60,         40,         PASS", // exactly the cap
        " 60,         40.00000001, REJECT", // one unit past it
        " 60.00000001, 40,        REJECT", // one unit too much spent before
        " 60,         39.99999999, PASS", // one unit left
        "  0,        100,         PASS", // the whole cap at once
        "  0,        100.00000001, REJECT", // more than the cap at once
        "100,          0.00000001, REJECT", // nothing is left, not even for a unit
        "130,          1,         REJECT", // the cap was lowered meanwhile
    })
    void limitsTheSum(String spent, String asked, Verdict expected) {
        Account account = aliceHavingReserved(reserved(spent, NOON.minusSeconds(60)));

        assertThat(DAILY.evaluate(withdrawal(1, asked).input(account, NOON)).verdict())
                .isEqualTo(expected);
    }

    @ParameterizedTest(name = "spent {0}, asked {1}: {2}")
    @CsvSource({
        // An ordinary day: Berlin is one hour ahead, so its midnight is 23:00 UTC.
        "2026-11-22T22:59:59.999Z, 2026-11-22T23:00:00Z,     PASS", // the old day, asked at the stroke of midnight
        "2026-11-22T22:59:59.999Z, 2026-11-22T22:59:59.999Z, REJECT", // the same instant
        "2026-11-22T23:00:00Z,     2026-11-23T22:59:59.999Z, REJECT", // spent at midnight counts to the day's end
        "2026-11-22T23:00:00Z,     2026-11-23T23:00:00Z,     PASS", // and no longer
        // The day of 23 hours, 2026-03-29: two o'clock does not exist.
        "2026-03-28T23:00:00Z,     2026-03-29T21:59:59.999Z, REJECT", // its first and its last instant
        "2026-03-28T23:00:00Z,     2026-03-29T22:00:00Z,     PASS", // midnight comes after 23 hours
        "2026-03-28T22:59:59.999Z, 2026-03-28T23:00:00Z,     PASS", // the day before is over
        // The day of 25 hours, 2026-10-25: two o'clock comes twice.
        "2026-10-24T22:00:00Z,     2026-10-25T22:59:59.999Z, REJECT", // its first and its last instant, 25 hours apart
        "2026-10-24T22:00:00Z,     2026-10-25T23:00:00Z,     PASS", // midnight comes after 25 hours
        "2026-10-25T00:30:00Z,     2026-10-25T01:30:00Z,     REJECT", // half past two, and half past two again
    })
    void theDayEndsAtMidnightInTheZone(Instant spent, Instant asked, Verdict expected) {
        Account account = aliceHavingReserved(reserved("100", spent));

        assertThat(DAILY.evaluate(withdrawal(1, "1").input(account, asked)).verdict())
                .isEqualTo(expected);
    }

    @ParameterizedTest(name = "spent {0}, asked at noon: {1}")
    @CsvSource({
        "2026-11-21T12:00:00.001Z, REJECT", // the last instant that still counts
        "2026-11-21T12:00:00Z,     PASS", // left at this very instant
        "2026-11-21T11:59:59.999Z, PASS", // left before
        "2026-11-22T12:00:00Z,     REJECT", // spent now
        "2026-11-22T12:00:05Z,     REJECT", // the log's clock went back: still counted
    })
    void theRollingWindowEndsAfter24Hours(Instant spent, Verdict expected) {
        Account account = aliceHavingReserved(reserved("100", spent));

        assertThat(ROLLING.evaluate(withdrawal(1, "1").input(account, NOON)).verdict())
                .isEqualTo(expected);
    }

    @Test
    void settledAndOpenCountAlike() {
        Account account =
                aliceHavingReserved(reserved("50", NOON), reserved("50", NOON).settle());

        assertThat(ROLLING.evaluate(withdrawal(1, "1").input(account, NOON)).observed())
                .isEqualTo("101 USDT");
    }

    @Test
    void tellsWhatIsLeft() {
        Finding finding = DAILY.evaluate(withdrawal(1, "41").input(aliceHavingReserved(reserved("60.5", NOON)), NOON));

        assertThat(finding.sentence())
                .isEqualTo("41 USDT more would exceed 100 USDT in the calendar day in Europe/Berlin:"
                        + " 39.5 USDT is left");
    }

    @ParameterizedTest(name = "spent in EUR at {0}: {1}")
    @CsvSource({
        "2026-11-22T11:00:00Z, REJECT", // the policy's currency changed an hour ago: there is no sum
        "2026-11-21T12:00:00Z, PASS", // what was spent in the old one has left the window
    })
    void whatIsCountedInAnotherCurrencyIsNotAddedUp(Instant spent, Verdict expected) {
        Account account =
                aliceHavingReserved(new Reservation.Open(Amount.of("1", new Asset("EUR")), USDT, HOME, spent));

        assertThat(ROLLING.evaluate(withdrawal(1, "1").input(account, NOON)).verdict())
                .isEqualTo(expected);
    }

    @Test
    void withoutAPriceOfThePairNothingPasses() {
        RequestSample request = withdrawal(1, "1").pricedAt(RequestSample.price(BTC, "1", NOON));

        assertThat(DAILY.evaluate(request.input(aliceHavingReserved(), NOON)).verdict())
                .isEqualTo(Verdict.REJECT);
    }

    @Test
    void doesNotApplyToWhatMovesNothing() {
        assertThat(DAILY.evaluate(RequestSample.balances(1).input(aliceHavingReserved(reserved("500", NOON)), NOON))
                        .verdict())
                .isEqualTo(Verdict.PASS);
    }
}
