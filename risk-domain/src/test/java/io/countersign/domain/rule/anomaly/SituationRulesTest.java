package io.countersign.domain.rule.anomaly;

import static io.countersign.domain.testing.Samples.BTC;
import static io.countersign.domain.testing.Samples.HOME;
import static io.countersign.domain.testing.Samples.NOON;
import static io.countersign.domain.testing.Samples.STOLEN;
import static io.countersign.domain.testing.Samples.USDT;
import static io.countersign.domain.testing.Samples.alice;
import static io.countersign.domain.testing.Samples.reserved;
import static io.countersign.domain.testing.Samples.usdt;
import static io.countersign.domain.testing.Samples.withdrawal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.countersign.domain.account.Account;
import io.countersign.domain.account.Circumstances;
import io.countersign.domain.account.Reservation;
import io.countersign.domain.account.SpendWindow;
import io.countersign.domain.behaviour.Baseline;
import io.countersign.domain.behaviour.Estimate;
import io.countersign.domain.behaviour.Observation;
import io.countersign.domain.finding.Finding;
import io.countersign.domain.money.Amount;
import io.countersign.domain.rule.Rule;
import io.countersign.domain.rule.RuleInput;
import io.countersign.domain.testing.RequestSample;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules that look at the situation and need no habit, on each side of each bound. */
class SituationRulesTest {

    private static final Duration DAY = Duration.ofDays(1);
    private static final BurstAfterDormancyRule DORMANCY = new BurstAfterDormancyRule(new Ramp(30, 60, 30), 4, DAY);
    private static final LimitHuggingRule HUGGING = new LimitHuggingRule(
            new Ramp(1, 4, 30),
            List.of(usdt("100"), usdt("1000")),
            new BigDecimal("0.1"),
            new SpendWindow.Rolling(DAY));
    private static final NewConnectionRule CONNECTION = new NewConnectionRule(40, Duration.ofDays(4));
    private static final FanInRule FAN_IN = new FanInRule(new Ramp(1, 4, 30));

    static Stream<Rule> rules() {
        return Stream.of(DORMANCY, HUGGING, CONNECTION, FAN_IN);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void doesNotApplyToWhatLeavesNothing(Rule rule) {
        for (RequestSample request :
                List.of(RequestSample.balances(1), withdrawal(1, "100").to(null))) {
            assertThat(rule.evaluate(new RuleInput(request.facts(), alice(), new Circumstances(9, List.of()), NOON)))
                    .isEqualTo(Finding.notApplicable(rule.id()));
        }
    }

    @ParameterizedTest(name = "{0} days: {1} points")
    @CsvSource({"0, 0", "8, 0", "30, 0", "32, 2", "45, 15", "59, 29", "60, 30", "600, 30"})
    void aSilenceCountsByItsLength(int days, int points) {
        assertThat(score(DORMANCY, Usual.account(Usual.baseline(40)), NOON.plus(Duration.ofDays(days))))
                .isEqualTo(points);
    }

    @Test
    void whatFollowsASilenceCountsForADay() {
        Instant woken = NOON.plus(Duration.ofDays(60));
        Account awake = Usual.account(Usual.baseline(40).learned(new Observation(usdt("1"), HOME, woken)));

        assertThat(score(DORMANCY, awake, woken.plus(DAY).minusMillis(1))).isEqualTo(30);
        assertThat(score(DORMANCY, awake, woken.plus(DAY))).isZero();
    }

    @Test
    void whoAlwaysActsRarelyIsNotDormant() {
        assertThat(score(DORMANCY, Usual.account(acting(Duration.ofDays(16))), NOON.plus(Duration.ofDays(60))))
                .isZero();
        assertThat(score(DORMANCY, Usual.account(acting(Duration.ofDays(14))), NOON.plus(Duration.ofDays(60))))
                .isEqualTo(30);
    }

    @Test
    void beforeTheFirstTransferNothingIsDormant() {
        assertThat(score(DORMANCY, alice(), NOON)).isZero();
    }

    @ParameterizedTest(name = "{0} USDT hug: {1}")
    @CsvSource({"89.99, false", "90, true", "100, true", "100.01, false", "899, false", "900, true", "1000, true"})
    void hugsFromTenPercentBelowUpToTheCapItself(String amount, boolean hugs) {
        Reservation[] three = Collections.nCopies(3, reserved(amount, NOON)).toArray(Reservation[]::new);

        assertThat(HUGGING.evaluate(withdrawal(1, amount).input(Usual.account(Baseline.NONE, three), NOON))
                        .score())
                .isEqualTo(hugs ? 30 : 0);
    }

    @ParameterizedTest(name = "{0} before: {1} points")
    @CsvSource({"0, 0", "1, 10", "2, 20", "3, 30", "9, 30"})
    void countsWhatHugsTheSameCapInTheWindow(int before, int points) {
        Reservation[] same = Stream.of(
                        Collections.nCopies(before, reserved("95", NOON)),
                        List.of(
                                reserved("950", NOON),
                                reserved("50", NOON),
                                reserved("95", NOON.minus(DAY)),
                                new Reservation.Open(usdt("95"), USDT, null, NOON),
                                new Reservation.Open(Amount.of("95", BTC), USDT, HOME, NOON)))
                .flatMap(List::stream)
                .toArray(Reservation[]::new);

        assertThat(HUGGING.evaluate(withdrawal(1, "99").input(Usual.account(Baseline.NONE, same), NOON))
                        .score())
                .isEqualTo(points);
    }

    @Test
    void anUnknownWorthHugsNothing() {
        assertThat(HUGGING.evaluate(withdrawal(1, "99").pricedAt(null).input(alice(), NOON))
                        .score())
                .isZero();
    }

    @ParameterizedTest(name = "after {0} hours: {1} points")
    @CsvSource({"0, 40", "48, 20", "95, 0", "90, 2", "96, 0", "1000, 0"})
    void aConnectionLosesItsPointsAsItAges(int hours, int points) {
        assertThat(score(CONNECTION, alice(), NOON.plus(Duration.ofHours(hours))))
                .isEqualTo(points);
    }

    @Test
    void anUnboundConnectionIsAnotherRulesMatter() {
        assertThat(CONNECTION.evaluate(withdrawal(1, "1").by(STOLEN).input(alice(), NOON)))
                .isEqualTo(Finding.notApplicable(NewConnectionRule.ID));
    }

    @ParameterizedTest(name = "{0} others: {1} points")
    @CsvSource({"0, 0", "1, 0", "2, 10", "3, 20", "4, 30", "40, 30"})
    void fanInCountsTheOtherAccounts(int others, int points) {
        RuleInput input =
                new RuleInput(withdrawal(1, "1").facts(), alice(), new Circumstances(others, List.of()), NOON);

        assertThat(FAN_IN.evaluate(input).score()).isEqualTo(points);
    }

    @Test
    void parametersThatMeanNothingAreRefused() {
        SpendWindow day = new SpendWindow.Rolling(DAY);
        Ramp ramp = new Ramp(1, 2, 3);
        List<Amount> caps = List.of(usdt("100"));

        assertThatIllegalArgumentException().isThrownBy(() -> new NewConnectionRule(1, Duration.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> new NewConnectionRule(-1, DAY));
        assertThatIllegalArgumentException().isThrownBy(() -> new FirstSeenDestinationRule(1, Duration.ZERO, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new FirstSeenDestinationRule(-1, DAY, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new RapidTransfersRule(ramp, 0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new LimitHuggingRule(ramp, caps, BigDecimal.ZERO, day));
        assertThatIllegalArgumentException().isThrownBy(() -> new LimitHuggingRule(ramp, caps, BigDecimal.ONE, day));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LimitHuggingRule(ramp, List.of(), new BigDecimal("0.1"), day));
    }

    private static int score(Rule rule, Account account, Instant now) {
        return rule.evaluate(Usual.input(withdrawal(1, "1"), account, now)).score();
    }

    private static Baseline acting(Duration usualGap) {
        Baseline usual = Usual.baseline(40);
        Estimate gaps = new Estimate(40, Baseline.size(usualGap), 1);
        return new Baseline(40, NOON, USDT, usual.amounts(), gaps, usual.hours(), 0, null, Map.of(HOME, NOON));
    }
}
