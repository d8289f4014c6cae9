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
import static io.countersign.domain.testing.Samples.withdrawal;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.domain.account.Account;
import io.countersign.domain.account.AccountEvent;
import io.countersign.domain.account.DecidedRequest;
import io.countersign.domain.control.ControlChange;
import io.countersign.domain.finding.DecisionStatus;
import io.countersign.domain.policy.Policy;
import io.countersign.domain.testing.SamplePolicy;
import io.countersign.domain.testing.Samples;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;

class ControlDeciderTest {

    private static final Policy POLICY = SamplePolicy.version(1);
    private static final ControlChange FREEZE = new ControlChange.FreezeAccount("lost phone");
    private static final ControlChange UNFREEZE = new ControlChange.UnfreezeAccount("found it");
    private static final String WHO = "alice's owner";

    static final List<Arguments> CHANGES = List.of(
            Arguments.of(
                    new ControlChange.AddAddress(STRANGER),
                    new AccountEvent.AddressAdded(controlId(1), WHO, STRANGER, NOON)),
            Arguments.of(
                    new ControlChange.RemoveAddress(HOME),
                    new AccountEvent.AddressRemoved(controlId(1), WHO, HOME, NOON)),
            Arguments.of(
                    new ControlChange.BindConnection(STOLEN),
                    new AccountEvent.ConnectionBound(controlId(1), WHO, STOLEN, NOON)),
            Arguments.of(
                    new ControlChange.UnbindConnection(PHONE),
                    new AccountEvent.ConnectionUnbound(controlId(1), WHO, PHONE, NOON)),
            Arguments.of(FREEZE, new AccountEvent.AccountFrozen(controlId(1), WHO, "lost phone", NOON)));

    @ParameterizedTest(name = "{0}")
    @FieldSource("CHANGES")
    void aChangeIsOneEventAndItsRepeatNone(ControlChange change, AccountEvent expected) {
        assertThat(decide(change, alice())).containsExactly(expected);
        assertThat(decide(change, after(alice(), POLICY, control(change, NOON))))
                .isEmpty();
    }

    @Test
    void onlyAFreezeCanBeLifted() {
        Account frozen = after(alice(), POLICY, control(FREEZE, NOON));

        assertThat(decide(UNFREEZE, alice())).isEmpty();
        assertThat(decide(UNFREEZE, frozen))
                .containsExactly(new AccountEvent.AccountUnfrozen(controlId(1), WHO, "found it", NOON));
    }

    @Test
    void theFirstReasonOfAFreezeStands() {
        Account frozen = after(
                alice(),
                POLICY,
                control(FREEZE, NOON),
                control(new ControlChange.FreezeAccount("another"), NOON.plusSeconds(1)));

        assertThat(frozen.freeze()).hasToString("Freeze[reason=lost phone, at=2026-11-22T12:00:00Z]");
    }

    @ParameterizedTest(name = "{0}")
    @FieldSource("REFUSING")
    void theNextRequestFeelsIt(ControlChange change) {
        Account account =
                after(alice(), POLICY, control(change, NOON), evaluate(withdrawal(1, "1"), NOON.plusSeconds(1)));

        assertThat(account.decided().get(Samples.requestId(1)))
                .isEqualTo(new DecidedRequest(DecisionStatus.REJECTED, NOON.plusSeconds(1), null));
    }

    static final List<ControlChange> REFUSING = Stream.of(
                    FREEZE, new ControlChange.RemoveAddress(HOME), new ControlChange.UnbindConnection(PHONE))
            .toList();

    private static List<AccountEvent> decide(ControlChange change, Account account) {
        return AccountDecider.decide(control(change, NOON), account, POLICY);
    }
}
