package io.countersign.domain.money;

import static io.countersign.domain.testing.Samples.BTC;
import static io.countersign.domain.testing.Samples.NOON;
import static io.countersign.domain.testing.Samples.USDT;
import static io.countersign.domain.testing.Samples.usdt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.domain.testing.RequestSample;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountTest {

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "1.50,   1.5", // no zeros at the end
        "100,    100", // nor an exponent for them
        "1E+2,   100", // whatever it was written as
        "0.000,  0", // nothing is nothing
        "0.000001, 0.000001", // the smallest that a number's own text has no exponent for
        "0.0000001, 0.0000001",
        "0.00000001, 0.00000001", // the smallest unit
    })
    void equalValuesAreOneAmount(String written, String plain) {
        assertThat(usdt(written)).isEqualTo(usdt(plain)).hasToString(plain + " USDT");
    }

    @Test
    void lessThanNothingIsNoAmount() {
        assertThatThrownBy(() -> usdt("-0.00000001")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void assetsDoNotMix() {
        assertThatThrownBy(() -> usdt("1").plus(Amount.of("1", BTC))).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> usdt("1").exceeds(Amount.of("1", BTC))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void nothingIsLeftOfLess() {
        assertThat(usdt("1").minusDownToZero(usdt("2"))).isEqualTo(Amount.zero(USDT));
    }

    @ParameterizedTest(name = "{0} BTC at {1} is worth {2}")
    @CsvSource({
        "0.5, 50000.01, 25000.005", // exact
        "0.00000001, 0.5, 0.00000001", // half a unit is a whole one
        "3, 0.333333333, 1", // a fraction past eight decimals counts up
        "0, 50000, 0", // nothing is worth nothing
    })
    void theWorthIsRoundedUp(String amount, String price, String worth) {
        assertThat(RequestSample.price(BTC, price, NOON).valueOf(Amount.of(amount, BTC)))
                .isEqualTo(usdt(worth));
    }

    @Test
    void aPriceOfNothingIsNone() {
        assertThatThrownBy(() -> new Price(BTC, USDT, BigDecimal.ZERO, NOON))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aPriceSaysNothingAboutAnotherAsset() {
        assertThatThrownBy(() -> RequestSample.price(BTC, "1", NOON).valueOf(usdt("1")))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void equalPricesAreOne() {
        assertThat(RequestSample.price(BTC, "1E+2", NOON)).isEqualTo(RequestSample.price(BTC, "100.0", NOON));
    }
}
