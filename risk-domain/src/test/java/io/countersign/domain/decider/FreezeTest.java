package io.countersign.domain.decider;

import static io.countersign.domain.testing.Samples.NOON;
import static io.countersign.domain.testing.Samples.USDT;
import static io.countersign.domain.testing.Samples.alice;
import static io.countersign.domain.testing.Samples.control;
import static io.countersign.domain.testing.Samples.controlId;
import static io.countersign.domain.testing.Samples.evolve;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.domain.account.Account;
import io.countersign.domain.account.AccountCommand.ApplyControl;
import io.countersign.domain.account.AccountEvent;
import io.countersign.domain.account.AccountEvent.AccountFrozen;
import io.countersign.domain.account.AccountEvent.AccountUnfrozen;
import io.countersign.domain.account.AccountEvent.ControlRefused;
import io.countersign.domain.account.House;
import io.countersign.domain.control.Authority;
import io.countersign.domain.control.ControlChange;
import io.countersign.domain.control.ControlChange.FreezeAccount;
import io.countersign.domain.control.ControlChange.UnfreezeAccount;
import io.countersign.domain.control.EndpointClass;
import io.countersign.domain.control.Freeze;
import io.countersign.domain.control.FreezeScope;
import io.countersign.domain.id.AccountId;
import io.countersign.domain.id.ControlId;
import io.countersign.domain.policy.Policies;
import io.countersign.domain.testing.SamplePolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FreezeTest {

    private static final FreezeScope EVERYTHING = new FreezeScope.Everything();
    private static final FreezeScope FUNDS = new FreezeScope.OfEndpoints(EndpointClass.FUND_MOVING);
    private static final FreezeScope TETHER = new FreezeScope.OfAsset(USDT);
    private static final Account HOUSE = Account.empty(AccountId.HOUSE);

    /** By Olga, by Otto, and one of an hour by Olga. */
    private static final Account FROZEN = after(
            alice(),
            officer(1, "olga", freeze(EVERYTHING, null)),
            officer(2, "otto", freeze(TETHER, null)),
            officer(3, "olga", freeze(FUNDS, NOON.plusSeconds(3600))));

    @ParameterizedTest
    @EnumSource
    void anyoneEntitledFreezesEverythingOfAnAccount(Authority authority) {
        assertThat(decide(control(1, "someone", authority, freeze(EVERYTHING, null), NOON), alice()))
                .containsExactly(
                        new AccountFrozen(controlId(1), "someone", authority, EVERYTHING, "a doubt", null, NOON));
    }

    @ParameterizedTest(name = "{0} freezes a part: {1}")
    @CsvSource({"OWNER, false", "OWNER_WITH_SECOND_FACTOR, false", "OFFICER, true"})
    void aPartIsAnOfficers(Authority authority, boolean taken) {
        for (FreezeScope part : List.of(FUNDS, TETHER)) {
            assertThat(decide(control(1, "someone", authority, freeze(part, null), NOON), alice()))
                    .singleElement()
                    .isInstanceOf(taken ? AccountFrozen.class : ControlRefused.class);
        }
    }

    @ParameterizedTest(name = "{0} freezes everyone: {1}")
    @CsvSource({"OWNER, false", "OWNER_WITH_SECOND_FACTOR, false", "OFFICER, true"})
    void everyoneIsFrozenByAnOfficerOnly(Authority authority, boolean taken) {
        assertThat(decide(control(1, "someone", authority, freeze(EVERYTHING, null), NOON), HOUSE))
                .singleElement()
                .isInstanceOf(taken ? AccountFrozen.class : ControlRefused.class);
    }

    @ParameterizedTest(name = "until {0} after now: {1}")
    @CsvSource({
        "PT0.001S,  true", // a millisecond long
        "PT0S,      false", // over at once
        "PT-0.001S, false", // over before
    })
    void aFreezeEndsAfterItBegins(Duration length, boolean taken) {
        assertThat(decide(officer(1, "olga", freeze(EVERYTHING, NOON.plus(length))), alice()))
                .singleElement()
                .isInstanceOf(taken ? AccountFrozen.class : ControlRefused.class);
    }

    @Test
    void aRepeatFreezesNothingTwiceButAnotherControlDoes() {
        assertThat(decide(officer(1, "olga", freeze(EVERYTHING, null)), FROZEN)).isEmpty();
        assertThat(decide(officer(4, "olga", freeze(EVERYTHING, null)), FROZEN)).hasSize(1);
    }

    @ParameterizedTest(name = "{0} lifts: {1}")
    @CsvSource({"OWNER, false", "OWNER_WITH_SECOND_FACTOR, false", "OFFICER, true"})
    void onlyAnOfficerLifts(Authority authority, boolean taken) {
        assertThat(decide(control(9, "oscar", authority, lift(controlId(1)), NOON), FROZEN))
                .singleElement()
                .isInstanceOf(taken ? AccountUnfrozen.class : ControlRefused.class);
    }

    @Test
    void whoeverPlacedAFreezeDoesNotLiftIt() {
        assertThat(decide(officer(9, "olga", lift(controlId(1))), FROZEN))
                .hasExactlyElementsOfTypes(ControlRefused.class);
        assertThat(decide(officer(9, "olga", lift(controlId(2))), FROZEN)).containsExactly(unfrozen(9, "olga", 2));
    }

    @Test
    void liftingAllLiftsEachOrNone() {
        assertThat(decide(officer(9, "oscar", lift(null)), FROZEN))
                .containsExactly(unfrozen(9, "oscar", 1), unfrozen(9, "oscar", 2), unfrozen(9, "oscar", 3));
        assertThat(decide(officer(9, "otto", lift(null)), FROZEN)).hasExactlyElementsOfTypes(ControlRefused.class);
    }

    @Test
    void theOthersStandWhenOneIsLifted() {
        Account account = after(FROZEN, officer(9, "oscar", lift(controlId(2))));

        assertThat(account.standing().freezesAt(NOON))
                .extracting(Freeze::id)
                .containsExactly(controlId(1), controlId(3));
    }

    @Test
    void whatDoesNotStandIsNotLifted() {
        assertThat(decide(officer(9, "oscar", lift(controlId(8))), FROZEN))
                .as("unknown")
                .hasExactlyElementsOfTypes(ControlRefused.class);
        assertThat(decide(officer(9, "oscar", lift(null)), alice()))
                .as("not frozen")
                .isEmpty();
        assertThat(decide(
                        officer(8, "oscar", lift(controlId(2))),
                        after(FROZEN, officer(9, "oscar", lift(controlId(2))))))
                .as("lifted before")
                .hasExactlyElementsOfTypes(ControlRefused.class);
    }

    @ParameterizedTest(name = "{0} after it began it is lifted: {1}")
    @CsvSource({"PT59M59.999S, true", "PT1H, false"})
    void whatEndedByItselfIsNotLifted(Duration later, boolean lifted) {
        ApplyControl command = control(9, "oscar", Authority.OFFICER, lift(controlId(3)), NOON.plus(later));

        assertThat(decide(command, FROZEN))
                .singleElement()
                .isInstanceOf(lifted ? AccountUnfrozen.class : ControlRefused.class);
    }

    /** Olga's third freeze is over, so it does not keep her from lifting all the others'. */
    @Test
    void whatEndedByItselfIsNobodysHindrance() {
        Account account = after(
                alice(),
                officer(2, "otto", freeze(TETHER, null)),
                officer(3, "olga", freeze(FUNDS, NOON.plusSeconds(1))));

        assertThat(decide(control(9, "olga", Authority.OFFICER, lift(null), NOON.plusSeconds(1)), account))
                .hasExactlyElementsOfTypes(AccountUnfrozen.class);
    }

    @ParameterizedTest(name = "{0} later {1} freezes are remembered")
    @CsvSource({"PT59M59.999S, 4", "PT1H, 3"})
    void aNewFreezePushesOutWhatEnded(Duration later, int remembered) {
        Account account = after(FROZEN, control(4, "olga", Authority.OFFICER, freeze(FUNDS, null), NOON.plus(later)));

        assertThat(account.standing().freezes()).hasSize(remembered);
    }

    @Test
    void theHouseHoldsItsFreezesForEveryone() {
        House house = House.of(after(HOUSE, officer(1, "olga", freeze(TETHER, null))));

        assertThat(house.freezes()).containsExactly(new Freeze(controlId(1), TETHER, "a doubt", "olga", NOON, null));
    }

    private static AccountUnfrozen unfrozen(long n, String by, long freeze) {
        return new AccountUnfrozen(controlId(n), by, controlId(freeze), "no doubt", NOON);
    }

    private static FreezeAccount freeze(FreezeScope scope, @Nullable Instant until) {
        return new FreezeAccount(scope, "a doubt", until);
    }

    private static UnfreezeAccount lift(@Nullable ControlId freeze) {
        return new UnfreezeAccount(freeze, "no doubt");
    }

    private static ApplyControl officer(long n, String who, ControlChange change) {
        return control(n, who, Authority.OFFICER, change, NOON);
    }

    private static Account after(Account account, ApplyControl... commands) {
        Account now = account;
        for (ApplyControl command : commands) {
            now = evolve(now, decide(command, now));
        }
        return now;
    }

    private static List<AccountEvent> decide(ApplyControl command, Account account) {
        return AccountDecider.decide(command, account, Policies.only(SamplePolicy.version(1)));
    }
}
