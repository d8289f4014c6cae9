package io.countersign.domain.policy;

import static io.countersign.domain.testing.Samples.ALICE;
import static io.countersign.domain.testing.Samples.NOON;
import static io.countersign.domain.testing.Samples.USDT;
import static io.countersign.domain.testing.Samples.alice;
import static io.countersign.domain.testing.Samples.controlId;
import static io.countersign.domain.testing.Samples.usdt;
import static io.countersign.domain.testing.Samples.withdrawal;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.domain.account.Account;
import io.countersign.domain.account.AccountEvent;
import io.countersign.domain.finding.Finding;
import io.countersign.domain.finding.RuleId;
import io.countersign.domain.finding.Verdict;
import io.countersign.domain.id.AccountId;
import io.countersign.domain.rule.LimitStatus;
import io.countersign.domain.rule.PerTransactionCapRule;
import io.countersign.domain.rule.Rule;
import io.countersign.domain.rule.RuleInput;
import io.countersign.domain.testing.SamplePolicy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyTest {

    private static final AccountId BOB = new AccountId("bob");

    /** A cap of 1 for everyone, of 2 for the tier pro, of 3 for the tier whale, of 4 for Bob. */
    private static final Policy POLICY = new Policy(
            1,
            USDT,
            new Memory(Duration.ofDays(1), Duration.ofHours(1)),
            book("1"),
            Map.of("pro", book("2"), "whale", book("3")),
            Map.of(BOB, book("4")),
            SamplePolicy.STEP_UP,
            LookUpRules.DEFAULT,
            null);

    @ParameterizedTest(name = "{0} in tier {1}: at most {2}")
    @CsvSource({
        "alice, -,     1", // in no tier
        "alice, pro,   2", // the tier's instead of the base
        "alice, whale, 3", // another tier's
        "alice, Pro,   1", // an unknown tier: the rule of the tier refuses what the base would allow
        "bob,   -,     4", // the account's own instead of the base
        "bob,   pro,   4", // and instead of the tier's
    })
    void theNarrowestBookJudges(String name, String tier, String cap) {
        Account account = in(tier, Account.empty(new AccountId(name)));

        List<Finding> findings = POLICY.evaluate(withdrawal(1, "1").input(account, NOON));

        assertThat(findings).singleElement().extracting(Finding::bound).isEqualTo(cap + " USDT");
        assertThat(POLICY.limits(account, NOON))
                .singleElement()
                .extracting(LimitStatus::bound)
                .hasToString(cap);
    }

    @Test
    void theSumOfTheScoresIsTheLastFinding() {
        RuleBook book = new RuleBook(List.of(new Scoring(3), new Scoring(4)), new AnomalyThresholds(7, 8));
        Policy policy = SamplePolicy.of(1, book);

        List<Finding> findings = policy.evaluate(withdrawal(1, "1").input(alice(), NOON));

        assertThat(findings).extracting(Finding::score).containsExactly(3, 4, 0);
        assertThat(findings.getLast().rule()).isEqualTo(AnomalyThresholds.ID);
        assertThat(findings.getLast().verdict()).isEqualTo(Verdict.STEP_UP);
    }

    @Test
    void withoutThresholdsScoresAreRecordedOnly() {
        Policy policy = SamplePolicy.of(1, new RuleBook(List.of(new Scoring(1000)), null));

        assertThat(policy.evaluate(withdrawal(1, "1").input(alice(), NOON)))
                .singleElement()
                .extracting(Finding::verdict)
                .isEqualTo(Verdict.PASS);
    }

    @Test
    void onlyRulesWithABoundThatFillsHaveAStatus() {
        Policy policy =
                SamplePolicy.of(1, new RuleBook(List.of(new Scoring(1), new PerTransactionCapRule(usdt("5"))), null));

        assertThat(policy.limits(Account.empty(ALICE), NOON))
                .extracting(each -> each.rule().value())
                .containsExactly("per-transaction-cap");
    }

    private record Scoring(int points) implements Rule {
        @Override
        public RuleId id() {
            return new RuleId("scoring");
        }

        @Override
        public Finding evaluate(RuleInput input) {
            return Finding.scored(id(), points, "", "", "");
        }
    }

    private static RuleBook book(String cap) {
        return new RuleBook(List.of(new PerTransactionCapRule(usdt(cap))), null);
    }

    private static Account in(String tier, Account account) {
        return tier.equals("-") ? account : account.evolve(new AccountEvent.TierAssigned(controlId(1), "", tier, NOON));
    }
}
