package io.countersign.domain.behaviour;

import static io.countersign.domain.testing.Samples.HOME;
import static io.countersign.domain.testing.Samples.NOON;
import static io.countersign.domain.testing.Samples.OFFICE;
import static io.countersign.domain.testing.Samples.STRANGER;
import static io.countersign.domain.testing.Samples.USDT;
import static io.countersign.domain.testing.Samples.usdt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.countersign.domain.money.Amount;
import io.countersign.domain.money.Asset;
import io.countersign.domain.request.Destination;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class BaselineTest {

    private static final Duration HOUR = Duration.ofHours(1);

    @Test
    void learnsNothingFromWhatStaysWithinTheUsersOwnWallets() {
        assertThat(Baseline.NONE.learned(new Observation(usdt("1"), null, NOON)))
                .isEqualTo(Baseline.NONE);
    }

    @Test
    void learnsAmountPaceHourAndDestination() {
        Baseline baseline = sent(sent(Baseline.NONE, HOME, NOON), HOME, NOON.plus(HOUR));

        assertThat(baseline.transfers()).isEqualTo(2);
        assertThat(baseline.lastAt()).isEqualTo(NOON.plus(HOUR));
        assertThat(baseline.amounts(USDT).mean()).isCloseTo(StrictMath.log(101), within(1e-12));
        assertThat(baseline.gaps().count()).isEqualTo(1);
        assertThat(baseline.gaps().mean()).isCloseTo(StrictMath.log(3601), within(1e-12));
        assertThat(baseline.hours().weights().get(12)).isPositive();
        assertThat(baseline.hours().weights().get(13)).isEqualTo(1000);
        assertThat(baseline.destinations()).containsExactly(java.util.Map.entry(HOME, NOON));
    }

    @Test
    void whatIsToldLateIsNoGap() {
        Baseline baseline = sent(sent(Baseline.NONE, HOME, NOON), HOME, NOON.minus(HOUR));

        assertThat(baseline.lastAt()).isEqualTo(NOON);
        assertThat(baseline.gaps().count()).isZero();
        assertThat(baseline.destinations()).containsEntry(HOME, NOON.minus(HOUR));
    }

    @Test
    void anotherQuoteCurrencyBeginsTheAmountsAnew() {
        Asset eur = new Asset("EUR");
        Baseline baseline = sent(Baseline.NONE, HOME, NOON).learned(new Observation(Amount.of("5", eur), HOME, NOON));

        assertThat(baseline.amounts(USDT)).isEqualTo(Estimate.NONE);
        assertThat(baseline.amounts(eur).count()).isEqualTo(1);
        assertThat(baseline.transfers()).isEqualTo(2);
    }

    @Test
    void theLeastRecentlyUsedDestinationIsForgotten() {
        Baseline baseline = Baseline.NONE;
        for (int i = 0; i < Baseline.MOST_DESTINATIONS; i++) {
            baseline = sent(baseline, other(i), NOON.plusSeconds(i));
        }
        baseline = sent(baseline, other(0), NOON.plus(HOUR));
        baseline = sent(baseline, STRANGER, NOON.plus(HOUR));

        assertThat(baseline.destinations())
                .hasSize(Baseline.MOST_DESTINATIONS)
                .containsEntry(other(0), NOON)
                .doesNotContainKey(other(1))
                .containsKey(other(2))
                .containsEntry(STRANGER, NOON.plus(HOUR));
    }

    @Test
    void noveltyIsTheShareOfNewDestinations() {
        Baseline baseline = Baseline.NONE;
        for (Destination each : new Destination[] {HOME, HOME, OFFICE, HOME}) {
            baseline = sent(baseline, each, NOON);
        }

        assertThat(baseline.novelty()).isCloseTo(0.5, within(1e-12));
    }

    @Test
    void sevenDaysAreASilenceAndLessIsNot() {
        Instant last = NOON.plus(Duration.ofDays(7));
        Baseline one = sent(Baseline.NONE, HOME, NOON);

        assertThat(one.silenceBefore(last.minusMillis(1))).isNull();
        assertThat(one.silenceBefore(last)).isEqualTo(new Silence(NOON, last));
        assertThat(sent(sent(one, HOME, last), HOME, last.plus(HOUR)).silence()).isEqualTo(new Silence(NOON, last));
    }

    @Test
    void whateverTheAmountTheMeanIsANumber() {
        Amount huge = new Amount(BigDecimal.TEN.pow(400), USDT);

        assertThat(Baseline.NONE
                        .learned(new Observation(huge, HOME, NOON))
                        .learned(new Observation(Amount.zero(USDT), HOME, NOON))
                        .amounts(USDT)
                        .mean())
                .isFinite();
    }

    private static Baseline sent(Baseline baseline, Destination destination, Instant at) {
        return baseline.learned(new Observation(usdt("100"), destination, at));
    }

    private static Destination other(int n) {
        return new Destination("ETH", "0x" + n, null);
    }
}
