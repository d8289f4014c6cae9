package io.countersign.domain.rule;

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
import io.countersign.domain.testing.RequestSample;
import io.countersign.domain.testing.SamplePolicy;
import java.time.Duration;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountCapRuleTest {

    private static final CountCapRule RULE = new CountCapRule(new RuleId("count"), 3, SamplePolicy.LAST_24_HOURS);

    @ParameterizedTest(name = "{0} before, one more: {1}")
    @CsvSource({
        "0, PASS", // the first
        "2, PASS", // the last that is allowed
        "3, REJECT", // one more
        "5, REJECT", // the bound was lowered meanwhile
    })
    void limitsTheNumber(int before, Verdict expected) {
        Account account = aliceHavingReserved(
                Collections.nCopies(before, reserved("1", NOON)).toArray(Reservation[]::new));

        assertThat(RULE.evaluate(withdrawal(1, "1").input(account, NOON)).verdict())
                .isEqualTo(expected);
    }

    @ParameterizedTest(name = "the third was {0} ago: {1}")
    @CsvSource({
        "PT23H59M59.999S, REJECT", // the last millisecond that counts
        "PT24H,           PASS", // left at this very instant
    })
    void countsInItsWindow(Duration ago, Verdict expected) {
        Account account = aliceHavingReserved(reserved("1", NOON), reserved("1", NOON), reserved("1", NOON.minus(ago)));

        assertThat(RULE.evaluate(withdrawal(1, "1").input(account, NOON)).verdict())
                .isEqualTo(expected);
    }

    @Test
    void countsEveryTransferWhateverItsAssetItsOutcomeAndItsDestination() {
        Account account = aliceHavingReserved(
                reserved("1", NOON).settle(),
                new Reservation.Open(usdt("1"), USDT, null, NOON),
                new Reservation.Open(usdt("1"), null, null, NOON));

        Finding finding = RULE.evaluate(withdrawal(1, "1").to(null).input(account, NOON));

        assertThat(finding.verdict()).isEqualTo(Verdict.REJECT);
        assertThat(finding.observed()).isEqualTo("4 transfers");
        assertThat(finding.bound()).isEqualTo("3 transfers");
    }

    @Test
    void doesNotApplyToWhatMovesNothing() {
        Account account = aliceHavingReserved(reserved("1", NOON), reserved("1", NOON), reserved("1", NOON));

        assertThat(RULE.evaluate(RequestSample.balances(1).input(account, NOON)).verdict())
                .isEqualTo(Verdict.PASS);
    }
}
