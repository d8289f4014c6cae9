package io.countersign.domain.rule;

import static io.countersign.domain.testing.Samples.NOON;
import static io.countersign.domain.testing.Samples.PHONE;
import static io.countersign.domain.testing.Samples.STOLEN;
import static io.countersign.domain.testing.Samples.alice;
import static io.countersign.domain.testing.Samples.control;
import static io.countersign.domain.testing.Samples.withdrawal;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.domain.account.Account;
import io.countersign.domain.control.ControlChange;
import io.countersign.domain.finding.Verdict;
import io.countersign.domain.testing.SamplePolicy;
import io.countersign.domain.testing.Samples;
import org.junit.jupiter.api.Test;

class ConnectionBoundRuleTest {

    private static final ConnectionBoundRule RULE = new ConnectionBoundRule();

    @Test
    void aBoundConnectionPasses() {
        assertThat(RULE.evaluate(withdrawal(1, "1").input(alice(), NOON)).verdict())
                .isEqualTo(Verdict.PASS);
    }

    @Test
    void aConnectionThatWasNeverBoundIsRefused() {
        assertThat(RULE.evaluate(withdrawal(1, "1").by(STOLEN).input(alice(), NOON))
                        .verdict())
                .isEqualTo(Verdict.REJECT);
    }

    @Test
    void aConnectionThatWasUnboundIsRefused() {
        Account account = Samples.after(
                alice(), SamplePolicy.version(1), control(new ControlChange.UnbindConnection(PHONE), NOON));

        assertThat(RULE.evaluate(withdrawal(1, "1").input(account, NOON)).verdict())
                .isEqualTo(Verdict.REJECT);
    }
}
