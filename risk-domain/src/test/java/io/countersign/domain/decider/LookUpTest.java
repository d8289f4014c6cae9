package io.countersign.domain.decider;

import static io.countersign.domain.decider.LookUpFixture.EARLIEST;
import static io.countersign.domain.decider.LookUpFixture.OVER;
import static io.countersign.domain.decider.LookUpFixture.POLICY;
import static io.countersign.domain.decider.LookUpFixture.RULES;
import static io.countersign.domain.decider.LookUpFixture.TAKEN;
import static io.countersign.domain.decider.LookUpFixture.UNKNOWN;
import static io.countersign.domain.decider.LookUpFixture.counted;
import static io.countersign.domain.decider.LookUpFixture.first;
import static io.countersign.domain.decider.LookUpFixture.kinds;
import static io.countersign.domain.decider.LookUpFixture.result;
import static io.countersign.domain.testing.LookUpSample.found;
import static io.countersign.domain.testing.Samples.HOME;
import static io.countersign.domain.testing.Samples.NOON;
import static io.countersign.domain.testing.Samples.OFFICE;
import static io.countersign.domain.testing.Samples.STOLEN;
import static io.countersign.domain.testing.Samples.after;
import static io.countersign.domain.testing.Samples.requestId;
import static io.countersign.domain.testing.Samples.usdt;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.domain.account.Account;
import io.countersign.domain.account.AccountEvent;
import io.countersign.domain.account.OutcomeClass;
import io.countersign.domain.lookup.FoundWithdrawal;
import io.countersign.domain.lookup.LookUpResult;
import io.countersign.domain.lookup.Resolution;
import io.countersign.domain.policy.Policies;
import io.countersign.domain.request.Destination;
import io.countersign.domain.testing.LookUpSample;
import io.countersign.domain.testing.RequestSample;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is concluded from one answer. */
class LookUpTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 2, 4, 6})
    void whatBinanceHasUnderWayOrDoneIsSettledAtOnce(int status) {
        LookUpSample early = LookUpSample.empty(NOON.plusSeconds(2)).finding(found(status, TAKEN));

        assertThat(kinds(UNKNOWN, early)).isEqualTo("OutcomeRecorded RequestLookedUp ReservationSettled");
        assertThat(result(UNKNOWN, early)).isEqualTo(LookUpResult.EXECUTED);
        Account settled = after(UNKNOWN, POLICY, early.answering(2));
        assertThat(counted(settled)).isEqualTo(usdt("40"));
        assertThat(first(settled).resolution()).isEqualTo(Resolution.EXECUTED);
        assertThat(settled.activity().withdrawals()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 5})
    void whatBinanceHasAsFailedIsReleasedOnceNothingElseCanCome(int status) {
        LookUpSample early = LookUpSample.empty(OVER.minusMillis(1)).between(EARLIEST, OVER);
        assertThat(result(UNKNOWN, early.finding(found(status, TAKEN)))).isEqualTo(LookUpResult.INCONCLUSIVE);

        LookUpSample later = LookUpSample.empty(OVER).finding(found(status, TAKEN));
        assertThat(kinds(UNKNOWN, later)).isEqualTo("OutcomeRecorded RequestLookedUp ReservationReleased");
        Account released = after(UNKNOWN, POLICY, later.answering(2));
        assertThat(counted(released)).isEqualTo(usdt("0"));
        assertThat(first(released).resolution()).isEqualTo(Resolution.FAILED);
    }

    @Test
    void aStateThatNoDocumentNamesSaysNothing() {
        assertThat(result(UNKNOWN, LookUpSample.empty(OVER).finding(found(7, TAKEN))))
                .isEqualTo(LookUpResult.INCONCLUSIVE);
    }

    static final List<Arguments> OTHERS = List.of(
            Arguments.of("another amount", found(6, "40.01", HOME, TAKEN)),
            Arguments.of("less, as a fee would explain", found(6, "39.4", HOME, TAKEN)),
            Arguments.of("another address", found(6, "40", OFFICE, TAKEN)),
            Arguments.of("another network", found(6, "40", new Destination("BSC", HOME.address(), null), TAKEN)),
            Arguments.of("no network", found(6, "40", new Destination(null, HOME.address(), null), TAKEN)),
            Arguments.of("a tag", found(6, "40", new Destination("ETH", HOME.address(), "7"), TAKEN)),
            Arguments.of("taken before it was signed", found(6, EARLIEST.minusMillis(1))),
            Arguments.of("taken after it lapsed", found(6, OVER.plusMillis(1))),
            Arguments.of("failed, and another amount", found(5, "41", HOME, TAKEN)));

    @ParameterizedTest(name = "{0}")
    @FieldSource("OTHERS")
    void whatContradictsTheRequestChangesNothing(String why, FoundWithdrawal other) {
        LookUpSample lookUp = LookUpSample.empty(OVER).finding(other);

        assertThat(kinds(UNKNOWN, lookUp)).as(why).isEqualTo("OutcomeRecorded RequestLookedUp");
        assertThat(result(UNKNOWN, lookUp)).isEqualTo(LookUpResult.INCONCLUSIVE);
        assertThat(counted(after(UNKNOWN, POLICY, lookUp.answering(2)))).isEqualTo(usdt("40"));
    }

    @Test
    void theAmountMayBeListedWithoutItsFee() {
        assertThat(result(UNKNOWN, LookUpSample.empty(OVER).finding(found(6, "39.5", HOME, TAKEN))))
                .isEqualTo(LookUpResult.EXECUTED);
    }

    @Test
    void aFailedOneBesideAnotherReleasesNothing() {
        LookUpSample two = LookUpSample.empty(OVER).finding(found(5, TAKEN), found(3, TAKEN));
        LookUpSample moved = LookUpSample.empty(OVER).finding(found(5, TAKEN), found(6, TAKEN));

        assertThat(result(UNKNOWN, two)).isEqualTo(LookUpResult.INCONCLUSIVE);
        assertThat(result(UNKNOWN, moved)).isEqualTo(LookUpResult.EXECUTED);
    }

    @Test
    void severalEmptyAnswersApartReleaseIt() {
        Account once = after(UNKNOWN, POLICY, LookUpSample.empty(OVER).answering(2));
        Account tooSoon = after(
                once,
                POLICY,
                LookUpSample.empty(OVER.plus(RULES.apart()).minusMillis(1)).answering(3));
        Account twice = after(
                tooSoon, POLICY, LookUpSample.empty(OVER.plus(RULES.apart())).answering(4));
        LookUpSample third = LookUpSample.empty(OVER.plus(RULES.apart().multipliedBy(2)));
        Account thrice = after(twice, POLICY, third.answering(5));

        assertThat(List.of(once, tooSoon, twice))
                .allSatisfy(each -> assertThat(counted(each)).isEqualTo(usdt("40")));
        assertThat(kinds(after(twice, POLICY), third, 5))
                .isEqualTo("OutcomeRecorded RequestLookedUp ReservationReleased");
        assertThat(counted(thrice)).isEqualTo(usdt("0"));
        assertThat(first(thrice).resolution()).isEqualTo(Resolution.NOT_EXECUTED);
        assertThat(first(thrice).holds("order-1"))
                .as("its order id stays taken")
                .isTrue();
    }

    static final List<Arguments> WORTHLESS = List.of(
            Arguments.of(
                    "too early, though it asks about what is to come",
                    LookUpSample.empty(OVER.minusMillis(1)).between(EARLIEST, OVER.plusSeconds(60))),
            Arguments.of("begins too late", LookUpSample.empty(OVER).between(EARLIEST.plusMillis(1), OVER)),
            Arguments.of("ends too early", LookUpSample.empty(OVER).between(EARLIEST, OVER.minusMillis(1))));

    @ParameterizedTest(name = "{0}")
    @FieldSource("WORTHLESS")
    void anEmptyAnswerThatMayHideItDoesNotCount(String why, LookUpSample lookUp) {
        assertThat(result(UNKNOWN, lookUp)).as(why).isEqualTo(LookUpResult.INCONCLUSIVE);
        assertThat(Objects.requireNonNull(after(UNKNOWN, POLICY, lookUp.answering(2))
                                .activity()
                                .withdrawals()
                                .get(requestId(1)))
                        .emptyAnswers())
                .isZero();
    }

    @Test
    void theTimeThatIsNeededIsEnough() {
        assertThat(result(UNKNOWN, LookUpSample.empty(OVER).between(EARLIEST, OVER)))
                .isEqualTo(LookUpResult.EMPTY);
    }

    static Stream<LookUpSample> aboutOthers() {
        LookUpSample empty = LookUpSample.empty(OVER);
        return Stream.of(
                empty.by(STOLEN),
                empty.about("order-2"),
                empty.of(RequestSample.balances(1).endpoint()));
    }

    @ParameterizedTest
    @MethodSource("aboutOthers")
    void aLookUpOfAnotherKeyOrderIdOrEndpointIsNotEvenRecorded(LookUpSample lookUp) {
        List<AccountEvent> events = AccountDecider.decide(lookUp.answering(2), UNKNOWN, Policies.only(POLICY));

        assertThat(events).hasSize(1).first().satisfies(each -> {
            AccountEvent.OutcomeRecorded recorded = (AccountEvent.OutcomeRecorded) each;
            assertThat(recorded.outcome().lookUp()).isNull();
            assertThat(recorded.policyVersion()).isZero();
        });
    }

    @ParameterizedTest
    @CsvSource({"REFUSED", "EXPIRED", "UNKNOWN"})
    void onlyAnAnswerSaysSomething(OutcomeClass told) {
        assertThat(AccountDecider.decide(LookUpSample.empty(OVER).answering(2, told), UNKNOWN, Policies.only(POLICY)))
                .hasSize(1);
    }

    @Test
    void theSameAnswerToldTwiceCountsOnce() {
        Account once = after(UNKNOWN, POLICY, LookUpSample.empty(OVER).answering(2));

        assertThat(AccountDecider.decide(
                        LookUpSample.empty(OVER.plusSeconds(60)).answering(2), once, Policies.only(POLICY)))
                .isEmpty();
    }
}
