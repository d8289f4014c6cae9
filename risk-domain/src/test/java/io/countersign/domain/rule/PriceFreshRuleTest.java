package io.countersign.domain.rule;

import static io.countersign.domain.testing.Samples.BTC;
import static io.countersign.domain.testing.Samples.NOON;
import static io.countersign.domain.testing.Samples.USDT;
import static io.countersign.domain.testing.Samples.alice;
import static io.countersign.domain.testing.Samples.withdrawal;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.domain.finding.Verdict;
import io.countersign.domain.money.Asset;
import io.countersign.domain.money.Price;
import io.countersign.domain.testing.RequestSample;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriceFreshRuleTest {

    private static final PriceFreshRule RULE = new PriceFreshRule(USDT, Duration.ofSeconds(60));

    @ParameterizedTest(name = "{0} old: {1}")
    @CsvSource({
        "PT0S,       PASS", // of this instant
        "PT60S,      PASS", // exactly the bound
        "PT60.001S,  REJECT", // one millisecond past it
        "PT-60S,     PASS", // clocks may differ by as much
        "PT-60.001S, REJECT", // of a time to come, so it would stay fresh for ever
    })
    void aPriceGrowsOld(Duration age, Verdict expected) {
        RequestSample request = withdrawal(1, "1").pricedAt(RequestSample.price(USDT, "1", NOON.minus(age)));

        assertThat(RULE.evaluate(request.input(alice(), NOON)).verdict()).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}/{1}: {2}")
    @CsvSource({
        "USDT, USDT, PASS", // the transfer's asset in the policy's currency
        "BTC,  USDT, REJECT", // another asset
        "USDT, EUR,  REJECT", // another currency
        "USDT, BTC,  REJECT", // the other way round
    })
    void thePriceMustBeOfThePair(String asset, String quote, Verdict expected) {
        Price price = new Price(new Asset(asset), new Asset(quote), BigDecimal.ONE, NOON);

        assertThat(RULE.evaluate(withdrawal(1, "1").pricedAt(price).input(alice(), NOON))
                        .verdict())
                .isEqualTo(expected);
    }

    @Test
    void anotherClockOfTheLogChangesNothing() {
        Instant yearsLater = NOON.plus(Duration.ofDays(700));

        assertThat(RULE.evaluate(withdrawal(1, "1").input(alice(), yearsLater)).verdict())
                .isEqualTo(Verdict.PASS);
    }

    @Test
    void aTransferWithoutAPriceIsRefused() {
        assertThat(RULE.evaluate(withdrawal(1, "1").pricedAt(null).input(alice(), NOON))
                        .verdict())
                .isEqualTo(Verdict.REJECT);
    }

    @Test
    void whatMovesNothingNeedsNoPrice() {
        Price old = RequestSample.price(BTC, "1", NOON.minus(Duration.ofDays(1)));

        assertThat(RULE.evaluate(RequestSample.balances(1).pricedAt(old).input(alice(), NOON))
                        .verdict())
                .isEqualTo(Verdict.PASS);
    }
}
