package io.countersign.domain.decider;

import static io.countersign.domain.testing.Samples.HOME;
import static io.countersign.domain.testing.Samples.NOON;
import static io.countersign.domain.testing.Samples.PHONE;
import static io.countersign.domain.testing.Samples.STOLEN;
import static io.countersign.domain.testing.Samples.STRANGER;
import static io.countersign.domain.testing.Samples.after;
import static io.countersign.domain.testing.Samples.alice;
import static io.countersign.domain.testing.Samples.control;
import static io.countersign.domain.testing.Samples.controlId;
import static io.countersign.domain.testing.Samples.evaluate;
import static io.countersign.domain.testing.Samples.evolve;
import static io.countersign.domain.testing.Samples.withdrawal;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.domain.account.Account;
import io.countersign.domain.account.AccountEvent;
import io.countersign.domain.account.DecidedRequest;
import io.countersign.domain.control.Authority;
import io.countersign.domain.control.ControlChange;
import io.countersign.domain.control.FreezeScope;
import io.countersign.domain.finding.DecisionStatus;
import io.countersign.domain.policy.Policies;
import io.countersign.domain.policy.Policy;
import io.countersign.domain.testing.SamplePolicy;
import io.countersign.domain.testing.Samples;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

class ControlDeciderTest {

    private static final Policy POLICY = SamplePolicy.version(1);
    private static final ControlChange FREEZE =
            new ControlChange.FreezeAccount(new FreezeScope.Everything(), "lost phone", null);
    private static final String WHO = "alice's owner";

    static final List<Arguments> CHANGES = List.of(
            Arguments.of(
                    new ControlChange.AddAddress(STRANGER),
                    new AccountEvent.AddressAdded(controlId(1), WHO, STRANGER, NOON)),
            Arguments.of(
                    new ControlChange.RemoveAddress(HOME),
                    new AccountEvent.AddressRemoved(controlId(1), WHO, HOME, NOON)),
            Arguments.of(
                    new ControlChange.BindConnection(STOLEN, null),
                    new AccountEvent.ConnectionBound(controlId(1), WHO, STOLEN, null, NOON)),
            Arguments.of(
                    new ControlChange.UnbindConnection(PHONE),
                    new AccountEvent.ConnectionUnbound(controlId(1), WHO, PHONE, NOON)),
            Arguments.of(
                    FREEZE,
                    new AccountEvent.AccountFrozen(
                            controlId(1),
                            WHO,
                            Authority.OWNER,
                            new FreezeScope.Everything(),
                            "lost phone",
                            null,
                            NOON)));

    @ParameterizedTest(name = "{0}")
    @FieldSource("CHANGES")
    void aChangeIsOneEventAndItsRepeatNone(ControlChange change, AccountEvent expected) {
        assertThat(decide(change, alice())).containsExactly(expected);
        assertThat(decide(change, after(alice(), POLICY, control(change, NOON))))
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @FieldSource("REFUSING")
    void theNextRequestFeelsIt(ControlChange change) {
        Account account =
                after(alice(), POLICY, control(change, NOON), evaluate(withdrawal(1, "1"), NOON.plusSeconds(1)));

        assertThat(account.activity().decided().get(Samples.requestId(1)))
                .isEqualTo(new DecidedRequest(DecisionStatus.REJECTED, NOON.plusSeconds(1), null, null, null));
    }

    static final List<ControlChange> REFUSING = Stream.of(
                    FREEZE, new ControlChange.RemoveAddress(HOME), new ControlChange.UnbindConnection(PHONE))
            .toList();

    @ParameterizedTest(name = "{0} assigns a tier: {1}")
    @CsvSource({"OWNER, false", "OWNER_WITH_SECOND_FACTOR, false", "OFFICER, true"})
    void onlyAnOfficerAssignsATier(Authority authority, boolean taken) {
        assertThat(assign("pro", authority, alice()))
                .singleElement()
                .isInstanceOf(taken ? AccountEvent.TierAssigned.class : AccountEvent.ControlRefused.class);
    }

    @Test
    void aTierIsAssignedOnceAndTakenBack() {
        Account pro = evolve(alice(), assign("pro", Authority.OFFICER, alice()));

        assertThat(assign("pro", Authority.OFFICER, pro)).isEmpty();
        assertThat(assign(null, Authority.OFFICER, alice())).isEmpty();
        assertThat(evolve(pro, assign(null, Authority.OFFICER, pro))).isEqualTo(alice());
    }

    private static List<AccountEvent> assign(@Nullable String tier, Authority authority, Account account) {
        return AccountDecider.decide(
                control(1, WHO, authority, new ControlChange.AssignTier(tier), NOON), account, Policies.only(POLICY));
    }

    private static List<AccountEvent> decide(ControlChange change, Account account) {
        return AccountDecider.decide(control(change, NOON), account, Policies.only(POLICY));
    }
}
