package io.countersign.domain.rule;

import static io.countersign.domain.testing.Samples.NOON;
import static io.countersign.domain.testing.Samples.alice;
import static io.countersign.domain.testing.Samples.control;
import static io.countersign.domain.testing.Samples.withdrawal;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.domain.account.Account;
import io.countersign.domain.control.ControlChange;
import io.countersign.domain.finding.Finding;
import io.countersign.domain.finding.Verdict;
import io.countersign.domain.testing.RequestSample;
import io.countersign.domain.testing.SamplePolicy;
import io.countersign.domain.testing.Samples;
import org.junit.jupiter.api.Test;

class AccountFreezeRuleTest {

    private static final AccountFreezeRule RULE = new AccountFreezeRule();
    private static final Account FROZEN = Samples.after(
            alice(), SamplePolicy.version(1), control(new ControlChange.FreezeAccount("lost phone"), NOON));

    @Test
    void anAccountThatIsNotFrozenPasses() {
        assertThat(RULE.evaluate(withdrawal(1, "1").facts(), alice(), NOON).verdict())
                .isEqualTo(Verdict.PASS);
    }

    @Test
    void aFrozenAccountIsRefusedWithTheReason() {
        Finding finding = RULE.evaluate(withdrawal(1, "1").facts(), FROZEN, NOON);

        assertThat(finding.verdict()).isEqualTo(Verdict.REJECT);
        assertThat(finding.sentence()).isEqualTo("the account is frozen: lost phone");
    }

    @Test
    void aFrozenAccountCannotEvenLook() {
        assertThat(RULE.evaluate(RequestSample.balances(1).facts(), FROZEN, NOON)
                        .verdict())
                .isEqualTo(Verdict.REJECT);
    }
}
