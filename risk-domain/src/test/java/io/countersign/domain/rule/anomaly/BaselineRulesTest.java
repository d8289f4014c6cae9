package io.countersign.domain.rule.anomaly;

import static io.countersign.domain.testing.Samples.HOME;
import static io.countersign.domain.testing.Samples.NOON;
import static io.countersign.domain.testing.Samples.STRANGER;
import static io.countersign.domain.testing.Samples.USDT;
import static io.countersign.domain.testing.Samples.reserved;
import static io.countersign.domain.testing.Samples.usdt;
import static io.countersign.domain.testing.Samples.withdrawal;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.domain.account.Account;
import io.countersign.domain.account.Reservation;
import io.countersign.domain.behaviour.Baseline;
import io.countersign.domain.behaviour.Observation;
import io.countersign.domain.finding.Finding;
import io.countersign.domain.finding.Verdict;
import io.countersign.domain.rule.Rule;
import io.countersign.domain.testing.RequestSample;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules that need to know what is usual, on each side of each bound. */
class BaselineRulesTest {

    private static final AmountAnomalyRule AMOUNT = new AmountAnomalyRule(new Ramp(1, 4, 30), USDT, 8);
    private static final UnusualHourRule HOUR = new UnusualHourRule(new Ramp(0.5, 0.1, 20), 8);
    private static final RapidTransfersRule RAPID = new RapidTransfersRule(new Ramp(1, 3, 20), 2, 8);
    private static final FirstSeenDestinationRule FIRST_SEEN = new FirstSeenDestinationRule(40, Duration.ofDays(4), 8);

    static Stream<Rule> rules() {
        return Stream.of(AMOUNT, HOUR, RAPID, FIRST_SEEN);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void givesNoPointsAndSaysSoWhileTooLittleIsKnown(Rule rule) {
        Account little = Usual.account(Usual.baseline(7), reserved("1", NOON), reserved("1", NOON));
        Account enough = Usual.account(Usual.baseline(8), reserved("1", NOON), reserved("1", NOON));
        RequestSample request = withdrawal(1, "1000000").to(STRANGER);

        Finding early = rule.evaluate(Usual.input(request, little, NOON));
        assertThat(early.score()).isZero();
        assertThat(early.verdict()).isEqualTo(Verdict.PASS);
        assertThat(early.sentence()).isEqualTo("too little is known of the account yet");
        assertThat(rule.evaluate(Usual.input(request, enough, NOON)).sentence()).isNotEqualTo(early.sentence());
    }

    @ParameterizedTest
    @MethodSource("rules")
    void doesNotApplyToWhatLeavesNothing(Rule rule) {
        Account account = Usual.account(Usual.baseline(40));

        for (RequestSample request :
                List.of(RequestSample.balances(1), withdrawal(1, "1000000").to(null))) {
            assertThat(rule.evaluate(Usual.input(request, account, NOON))).isEqualTo(Finding.notApplicable(rule.id()));
        }
    }

    /** 101·e is 274.5, 101·e^2.5 is 1230.4, 101·e^4 is 5514.4; one less each, since the scale is of 1 + worth. */
    @ParameterizedTest(name = "{0} USDT: {1} points")
    @CsvSource({
        "1, 0",
        "100, 0",
        "273.5, 0",
        "302, 0",
        "304, 1",
        "1220, 14",
        "1231, 15",
        "5510, 29",
        "5515, 30",
        "1e9, 30"
    })
    void amountsCountFromOneToFourSpreadsAboveTheMean(String amount, int points) {
        assertThat(score(AMOUNT, withdrawal(1, amount), NOON)).isEqualTo(points);
    }

    @Test
    void anUnknownWorthGivesNoPoints() {
        assertThat(score(AMOUNT, withdrawal(1, "1000000").pricedAt(null), NOON)).isZero();
    }

    @Test
    void theHourCountsByHowCommonItIs() {
        Account day = Usual.account(sentAt(12, 40));

        assertThat(score(HOUR, day, NOON)).isZero();
        assertThat(score(HOUR, day, NOON.plus(Duration.ofHours(2)))).isZero();
        assertThat(score(HOUR, day, NOON.plus(Duration.ofHours(3)))).isEqualTo(19);
        assertThat(score(HOUR, Usual.account(sentAt(12, 80)), NOON.plus(Duration.ofHours(3))))
                .isEqualTo(20);
        assertThat(score(HOUR, Usual.account(sentAt(12, 12)), NOON.plus(Duration.ofHours(3))))
                .isEqualTo(11);
    }

    /** An hour is usual: 1 spread faster is 22 minutes, 3 are 178 seconds. */
    @ParameterizedTest(name = "gaps of {0} and {1} s: {2} points")
    @CsvSource({"3600, 3600, 0", "60, 1400, 0", "1400, 60, 0", "60, 1100, 1", "1100, 60, 1", "60, 170, 20", "0, 0, 20"})
    void theLongestOfTheLastGapsCounts(long before, long last, int points) {
        Reservation long0 = reserved("1", NOON.minusSeconds(before + last + 1));
        Reservation first = reserved("1", NOON.minusSeconds(before + last));
        Reservation second = reserved("1", NOON.minusSeconds(last));
        Account account = Usual.account(Usual.baseline(40), long0, first, second);

        assertThat(score(RAPID, account, NOON)).isEqualTo(points);
    }

    @Test
    void oneGapIsNoBurstAndOwnWalletsCountForNothing() {
        Reservation own = new Reservation.Open(usdt("1"), USDT, null, NOON);

        assertThat(score(RAPID, Usual.account(Usual.baseline(40), reserved("1", NOON)), NOON))
                .isZero();
        assertThat(score(RAPID, Usual.account(Usual.baseline(40), own, own, reserved("1", NOON)), NOON))
                .isZero();
        assertThat(score(RAPID, Usual.account(Usual.baseline(40), reserved("1", NOON), reserved("1", NOON)), NOON))
                .isEqualTo(20);
    }

    @Test
    void aNewDestinationLosesItsPointsAsItAges() {
        Baseline paid = Usual.baseline(40).learned(new Observation(usdt("1"), HOME, NOON));
        Account stranger = Usual.account(paid);

        assertThat(score(FIRST_SEEN, withdrawal(1, "1"), NOON)).isZero();
        assertThat(FIRST_SEEN
                        .evaluate(Usual.input(withdrawal(1, "1").to(STRANGER), stranger, NOON))
                        .score())
                .isEqualTo(40);
        Account known = Usual.account(firstAt(NOON));
        assertThat(score(FIRST_SEEN, known, NOON)).isEqualTo(40);
        assertThat(score(FIRST_SEEN, known, NOON.plus(Duration.ofDays(2)))).isEqualTo(20);
        assertThat(score(FIRST_SEEN, known, NOON.plus(Duration.ofDays(4)).minusSeconds(60)))
                .isZero();
        assertThat(score(FIRST_SEEN, known, NOON.plus(Duration.ofDays(3)))).isEqualTo(10);
        assertThat(score(FIRST_SEEN, known, NOON.plus(Duration.ofDays(9)))).isZero();
    }

    @Test
    void whoOftenPaysSomeoneNewGetsLess() {
        Baseline usual = Usual.baseline(40);
        Baseline curious = new Baseline(
                40, NOON, USDT, usual.amounts(), usual.gaps(), usual.hours(), 0.25, null, usual.destinations());

        assertThat(FIRST_SEEN
                        .evaluate(Usual.input(withdrawal(1, "1").to(STRANGER), Usual.account(curious), NOON))
                        .score())
                .isEqualTo(30);
    }

    private static int score(Rule rule, RequestSample request, Instant now) {
        return rule.evaluate(Usual.input(request, Usual.account(Usual.baseline(40)), now))
                .score();
    }

    private static int score(Rule rule, Account account, Instant now) {
        return rule.evaluate(Usual.input(withdrawal(1, "1"), account, now)).score();
    }

    private static Baseline firstAt(Instant at) {
        Baseline usual = Usual.baseline(40);
        return new Baseline(
                40, NOON, USDT, usual.amounts(), usual.gaps(), usual.hours(), 0, null, java.util.Map.of(HOME, at));
    }

    private static Baseline sentAt(int hour, int times) {
        Baseline baseline = Baseline.NONE;
        for (int i = 0; i < times; i++) {
            Instant at = NOON.minus(Duration.ofDays(times - i)).plus(Duration.ofHours(hour - 12));
            baseline = baseline.learned(new Observation(usdt("1"), HOME, at));
        }
        return baseline;
    }
}
