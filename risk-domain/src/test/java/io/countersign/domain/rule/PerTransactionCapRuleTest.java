package io.countersign.domain.rule;

import static io.countersign.domain.testing.Samples.BTC;
import static io.countersign.domain.testing.Samples.HOME;
import static io.countersign.domain.testing.Samples.NOON;
import static io.countersign.domain.testing.Samples.alice;
import static io.countersign.domain.testing.Samples.usdt;
import static io.countersign.domain.testing.Samples.withdrawal;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.domain.finding.Verdict;
import io.countersign.domain.money.Amount;
import io.countersign.domain.request.Transfer;
import io.countersign.domain.testing.RequestSample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PerTransactionCapRuleTest {

    private static final PerTransactionCapRule RULE = new PerTransactionCapRule(usdt("100"));

    @ParameterizedTest(name = "{0} BTC at {1}: {2}")
    @CsvSource({
        "0.002,      50000,         PASS", // exactly the cap
        "0.002,      50000.000005,  REJECT", // one unit of 1e-8 past it
        "100,        1,             PASS", // the same cap by amount
        "100.00000001, 1,           REJECT", // one unit past it by amount
        "0.00000001, 0.00000001,    PASS", // rounded up to one unit, far below
        "1,          100.000000001, REJECT", // a tenth of a unit past it is rounded up, never down
        "0,          50000,         PASS", // nothing
    })
    void judgesByTheWorth(String amount, String price, Verdict expected) {
        RequestSample request = withdrawal(1, "1")
                .moving(new Transfer(Amount.of(amount, BTC), HOME, null))
                .pricedAt(RequestSample.price(BTC, price, NOON));

        assertThat(RULE.evaluate(request.input(alice(), NOON)).verdict()).isEqualTo(expected);
    }

    @Test
    void withoutAPriceNothingPasses() {
        assertThat(RULE.evaluate(withdrawal(1, "1").pricedAt(null).input(alice(), NOON))
                        .verdict())
                .isEqualTo(Verdict.REJECT);
    }

    @Test
    void thePriceOfAnotherPairIsNoPrice() {
        RequestSample request = withdrawal(1, "1").pricedAt(RequestSample.price(BTC, "1", NOON));

        assertThat(RULE.evaluate(request.input(alice(), NOON)).verdict()).isEqualTo(Verdict.REJECT);
    }

    @Test
    void doesNotApplyToWhatMovesNothing() {
        assertThat(RULE.evaluate(RequestSample.balances(1).input(alice(), NOON)).sentence())
                .isEqualTo("does not apply to this request");
    }
}
