package io.countersign.domain.rule;

import static io.countersign.domain.testing.Samples.NOON;
import static io.countersign.domain.testing.Samples.alice;
import static io.countersign.domain.testing.Samples.controlId;
import static io.countersign.domain.testing.Samples.withdrawal;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.domain.account.Account;
import io.countersign.domain.account.AccountEvent;
import io.countersign.domain.finding.Verdict;
import io.countersign.domain.testing.RequestSample;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TierKnownRuleTest {

    private static final TierKnownRule RULE = new TierKnownRule(Set.of("retail", "pro"));

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "retail, PASS", // listed
        "Retail, REJECT", // compared exactly
        "whale,  REJECT", // never heard of
    })
    void theTierMustBeOneOfThePolicys(String tier, Verdict expected) {
        Account account = alice().evolve(new AccountEvent.TierAssigned(controlId(1), "", tier, NOON));

        assertThat(RULE.evaluate(withdrawal(1, "1").input(account, NOON)).verdict())
                .isEqualTo(expected);
        assertThat(RULE.evaluate(RequestSample.balances(1).input(account, NOON)).verdict())
                .isEqualTo(expected);
    }

    @Test
    void anAccountInNoTierHasTheBase() {
        assertThat(RULE.evaluate(withdrawal(1, "1").input(alice(), NOON)).verdict())
                .isEqualTo(Verdict.PASS);
    }
}
