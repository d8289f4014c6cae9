package io.countersign.relay.budget;

import static io.countersign.relay.testing.Approvals.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.domain.id.AccountId;
import io.countersign.reading.CatalogueEndpoint.WeightScope;
import io.countersign.relay.budget.Admission.Cause;
import io.countersign.relay.budget.Admission.HeldBack;
import io.countersign.wire.settings.StartException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BudgetsTest {

    private static final int LIMIT = 1000;

    /** Used to nine tenths, of which a tenth is reserved. */
    private static final WeightLimits LIMITS = new WeightLimits(LIMIT, LIMIT, LIMIT, 1, 90, 10);

    private static final AccountId HOG = new AccountId("hog");

    private final Budgets budgets = new Budgets(LIMITS);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void noMinuteHoldsMoreThanTheUsedPartWhereverItBegins(long seed) {
        Random random = new Random(seed);
        List<Spent> spent = new ArrayList<>();
        Instant now = NOON.plusMillis(random.nextInt(60_000));
        for (int i = 0; i < 5_000; i++) {
            now = now.plusMillis(random.nextInt(120));
            Charge charge = read(new AccountId("a" + random.nextInt(8)), 1 + random.nextInt(40));
            if (budgets.ask(charge, now) instanceof Admission.Admitted) {
                spent.add(new Spent(now, charge.weight()));
            }
        }

        assertThat(spent).as("seed " + seed).allSatisfy(first -> assertThat(spent.stream()
                        .filter(each -> !each.at().isBefore(first.at()))
                        .filter(each -> each.at().isBefore(first.at().plusSeconds(61)))
                        .mapToInt(Spent::weight)
                        .sum())
                .isLessThanOrEqualTo(LIMIT * 90 / 100));
    }

    @Test
    void oneAccountAloneTakesAFifthAndLeavesRoomForEverybodyElse() {
        int hog = askUntilHeld(HOG, 10);
        List<Integer> others = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            others.add(askUntilHeld(new AccountId("honest" + i), 10));
        }

        assertThat(hog).isBetween(15, 17);
        assertThat(others).allSatisfy(each -> assertThat(each).isGreaterThanOrEqualTo(3));
        assertThat(((HeldBack) budgets.ask(read(HOG, 10), NOON)).cause()).isEqualTo(Cause.SHARE);
    }

    @Test
    void theFirstRequestOfAnAccountNeedsNoMoreThanRoom() {
        for (int i = 0; i < 4; i++) {
            assertThat(budgets.ask(read(new AccountId("a" + i), 200), NOON)).isInstanceOf(Admission.Admitted.class);
        }
        assertThat(budgets.ask(read(new AccountId("a9"), 200), NOON))
                .isEqualTo(new HeldBack(Cause.WEIGHT, NOON.plusSeconds(Usage.SECONDS)));
    }

    @Test
    void whatIsReservedGoesToWhatMovesFundsOnly() {
        for (int i = 0; i < 81; i++) {
            assertThat(budgets.ask(read(new AccountId("a" + i), 10), NOON)).isInstanceOf(Admission.Admitted.class);
        }

        assertThat(budgets.ask(read(new AccountId("late"), 10), NOON)).isInstanceOf(HeldBack.class);
        assertThat(budgets.ask(new Charge(scope(WeightScope.IP), 10, new AccountId("late"), true), NOON))
                .isInstanceOf(Admission.Admitted.class);
    }

    @Test
    void binancesCountIsBelievedWhenItIsHigherAndForgottenLikeOurOwn() {
        Charge charge = read(HOG, 10);
        budgets.heard(charge, 805, NOON);

        assertThat(budgets.ask(charge, NOON)).isInstanceOf(HeldBack.class);
        budgets.heard(charge, 3, NOON.plusSeconds(30));
        assertThat(budgets.ask(charge, NOON.plusSeconds(Usage.SECONDS - 1))).isInstanceOf(HeldBack.class);
        assertThat(budgets.ask(charge, NOON.plusSeconds(Usage.SECONDS))).isInstanceOf(Admission.Admitted.class);
    }

    @Test
    void twoRelaysThatShareAnAddressStayWithinItWithoutAWordFromBinance() {
        WeightLimits half = new WeightLimits(LIMIT, LIMIT, LIMIT, 2, 100, 0);
        int both = 0;
        for (Budgets relay : List.of(new Budgets(half), new Budgets(half))) {
            for (int i = 0; i < 200; i++) {
                both += relay.ask(read(new AccountId("a" + i), 10), NOON) instanceof Admission.Admitted ? 10 : 0;
            }
        }

        assertThat(both).isEqualTo(LIMIT);
    }

    @Test
    void aUsersOwnBudgetIsSharedWithNobodyAndNotCutByRelays() {
        Budgets relay = new Budgets(new WeightLimits(LIMIT, LIMIT, LIMIT, 4, 100, 50));
        for (AccountId user : List.of(HOG, new AccountId("other"))) {
            Charge charge = new Charge(new Charge.Scope(WeightScope.UID, "/x", user), 100, user, false);
            for (int i = 0; i < 10; i++) {
                assertThat(relay.ask(charge, NOON)).isInstanceOf(Admission.Admitted.class);
            }
            assertThat(relay.ask(charge, NOON)).isInstanceOf(HeldBack.class);
        }
    }

    @Test
    void aPauseHoldsTheWholeBudgetUntilItsEndAndNoOther() {
        budgets.pause(read(HOG, 1), NOON.plusSeconds(7));

        assertThat(budgets.ask(read(new AccountId("a"), 1), NOON.plusMillis(6_999)))
                .isEqualTo(new HeldBack(Cause.PAUSE, NOON.plusSeconds(7)));
        assertThat(budgets.ask(new Charge(scope(WeightScope.API), 1, HOG, false), NOON))
                .isInstanceOf(Admission.Admitted.class);
        assertThat(budgets.ask(read(HOG, 1), NOON.plusSeconds(7))).isInstanceOf(Admission.Admitted.class);
    }

    @Test
    void aBudgetThatIsWholeAgainIsForgotten() {
        assertThat(budgets.ask(read(HOG, 1), NOON)).isInstanceOf(Admission.Admitted.class);
        budgets.expire(NOON.plusSeconds(Usage.SECONDS - 1));
        assertThat(budgets.remembered()).isEqualTo(1);

        budgets.expire(NOON.plusSeconds(Usage.SECONDS));

        assertThat(budgets.remembered()).isZero();
    }

    @Test
    void anOversizedRequestIsHeldBackAndNeverAdmitted() {
        assertThat(budgets.ask(read(HOG, LIMIT), NOON)).isInstanceOf(HeldBack.class);
        assertThat(budgets.ask(read(HOG, LIMIT), NOON.plus(Duration.ofDays(1)))).isInstanceOf(HeldBack.class);
    }

    @Test
    void settingsThatAllowNothingOrTooMuchStopTheStart() {
        assertThatThrownBy(() -> new WeightLimits(0, 1, 1, 1, 90, 10)).isInstanceOf(StartException.class);
        assertThatThrownBy(() -> new WeightLimits(1, 1, 1, 0, 90, 10)).isInstanceOf(StartException.class);
        assertThatThrownBy(() -> new WeightLimits(1, 1, 1, 1, 101, 10)).isInstanceOf(StartException.class);
        assertThatThrownBy(() -> new WeightLimits(1, 1, 1, 1, 90, 100)).isInstanceOf(StartException.class);
    }

    private int askUntilHeld(AccountId account, int weight) {
        int admitted = 0;
        while (budgets.ask(read(account, weight), NOON) instanceof Admission.Admitted) {
            admitted++;
        }
        return admitted;
    }

    private static Charge read(AccountId account, int weight) {
        return new Charge(scope(WeightScope.IP), weight, account, false);
    }

    private static Charge.Scope scope(WeightScope kind) {
        return new Charge.Scope(kind, "/x", null);
    }

    private record Spent(Instant at, int weight) {}
}
