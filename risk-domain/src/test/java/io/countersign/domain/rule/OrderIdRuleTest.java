package io.countersign.domain.rule;

import static io.countersign.domain.testing.Samples.HOME;
import static io.countersign.domain.testing.Samples.NOON;
import static io.countersign.domain.testing.Samples.after;
import static io.countersign.domain.testing.Samples.alice;
import static io.countersign.domain.testing.Samples.evaluate;
import static io.countersign.domain.testing.Samples.outcome;
import static io.countersign.domain.testing.Samples.usdt;
import static io.countersign.domain.testing.Samples.withdrawal;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.domain.account.Account;
import io.countersign.domain.account.OutcomeClass;
import io.countersign.domain.finding.Verdict;
import io.countersign.domain.policy.Policy;
import io.countersign.domain.request.Transfer;
import io.countersign.domain.testing.RequestSample;
import io.countersign.domain.testing.SamplePolicy;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderIdRuleTest {

    private static final OrderIdRule RULE = new OrderIdRule();
    private static final Policy POLICY = SamplePolicy.version(1);

    /** The first withdrawal has the order id order-1. */
    private static final Account APPROVED = after(alice(), POLICY, evaluate(withdrawal(1, "10"), NOON));

    private static final Account REJECTED = after(alice(), POLICY, evaluate(withdrawal(1, "1000"), NOON));

    @ParameterizedTest(name = "{0} after {1}: {2}")
    @CsvSource({
        "order-2, OPEN,    PASS", // another one
        "order-1, OPEN,    REJECT", // it may be on its way
        "order-1, DONE,    REJECT", // it names a withdrawal
        "order-1, UNKNOWN, REJECT", // it may name a withdrawal
        "order-1, REFUSED, PASS", // Binance did not take it
        "order-1, EXPIRED, PASS", // it never left
        "Order-1, OPEN,    PASS", // compared exactly
        "-,       OPEN,    REJECT", // none
    })
    void anOrderIdNamesOneWithdrawal(String orderId, String told, Verdict expected) {
        Account account =
                told.equals("OPEN") ? APPROVED : after(APPROVED, POLICY, outcome(1, OutcomeClass.valueOf(told), NOON));

        assertThat(verdict(with(orderId.equals("-") ? null : orderId), account)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "UNKNOWN, then {0}: {1}")
    @CsvSource({"REFUSED, PASS", "EXPIRED, PASS", "DONE, REJECT"})
    void theLateWordCounts(OutcomeClass told, Verdict expected) {
        Account account = after(APPROVED, POLICY, outcome(1, OutcomeClass.UNKNOWN, NOON), outcome(1, told, NOON));

        assertThat(verdict(with("order-1"), account)).isEqualTo(expected);
    }

    @Test
    void aRejectedWithdrawalLeavesItsOrderIdFree() {
        assertThat(verdict(with("order-1"), REJECTED)).isEqualTo(Verdict.PASS);
    }

    @Test
    void aTransferWithinTheUsersOwnWalletsNeedsNone() {
        RequestSample request = withdrawal(2, "1").moving(new Transfer(usdt("1"), null, null));

        assertThat(RULE.evaluate(request.input(APPROVED, NOON)).sentence()).isEqualTo("does not apply to this request");
    }

    @Test
    void whatMovesNothingNeedsNone() {
        assertThat(verdict(RequestSample.balances(2), APPROVED)).isEqualTo(Verdict.PASS);
    }

    private static Verdict verdict(RequestSample request, Account account) {
        return RULE.evaluate(request.input(account, NOON)).verdict();
    }

    private static RequestSample with(@Nullable String orderId) {
        return withdrawal(2, "1").moving(new Transfer(usdt("1"), HOME, orderId));
    }
}
