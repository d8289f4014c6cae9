package io.countersign.domain.account;

import static io.countersign.domain.testing.Samples.HOME;
import static io.countersign.domain.testing.Samples.NOON;
import static io.countersign.domain.testing.Samples.PHONE;
import static io.countersign.domain.testing.Samples.STOLEN;
import static io.countersign.domain.testing.Samples.STRANGER;
import static io.countersign.domain.testing.Samples.USDT;
import static io.countersign.domain.testing.Samples.after;
import static io.countersign.domain.testing.Samples.alice;
import static io.countersign.domain.testing.Samples.controlId;
import static io.countersign.domain.testing.Samples.decided;
import static io.countersign.domain.testing.Samples.evaluate;
import static io.countersign.domain.testing.Samples.intent;
import static io.countersign.domain.testing.Samples.outcome;
import static io.countersign.domain.testing.Samples.requestId;
import static io.countersign.domain.testing.Samples.usdt;
import static io.countersign.domain.testing.Samples.withdrawal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.domain.control.Authority;
import io.countersign.domain.control.FreezeScope;
import io.countersign.domain.finding.DecisionStatus;
import io.countersign.domain.id.ConfirmationId;
import io.countersign.domain.id.ConnectionId;
import io.countersign.domain.policy.Policy;
import io.countersign.domain.request.Destination;
import io.countersign.domain.testing.RequestSample;
import io.countersign.domain.testing.SamplePolicy;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

class AccountTest {

    private static final Policy POLICY = SamplePolicy.version(1);

    /** 1 is approved and reserved, 2 rejected, 3 approved and done. */
    private static final Account ALICE = after(
            alice(),
            POLICY,
            evaluate(withdrawal(1, "10"), NOON),
            evaluate(withdrawal(2, "1000"), NOON),
            evaluate(withdrawal(3, "10"), NOON),
            outcome(3, OutcomeClass.DONE, NOON));

    static final List<AccountEvent> UNFITTING = List.of(
            decided(1, DecisionStatus.APPROVED, NOON), // decided before
            new AccountEvent.ReservationOpened(requestId(1), usdt("10"), USDT, HOME, NOON), // reserved before
            new AccountEvent.ReservationOpened(requestId(2), usdt("10"), USDT, HOME, NOON), // rejected
            new AccountEvent.ReservationOpened(requestId(9), usdt("10"), USDT, HOME, NOON), // never decided
            new AccountEvent.ReservationSettled(requestId(3), NOON), // settled before
            new AccountEvent.ReservationReleased(requestId(3), NOON), // settled before
            new AccountEvent.ReservationSettled(requestId(9), NOON), // never reserved
            new AccountEvent.ReservationReleased(requestId(2), NOON), // never reserved
            new AccountEvent.OutcomeRecorded(outcome(9, OutcomeClass.DONE, NOON).outcome(), 0, NOON), // never decided
            new AccountEvent.OutcomeRecorded(
                    outcome(3, OutcomeClass.REFUSED, NOON).outcome(), 0, NOON), // certain before
            new AccountEvent.AddressAdded(controlId(1), "", HOME, NOON), // there already
            new AccountEvent.AddressRemoved(controlId(1), "", STRANGER, NOON), // not there
            new AccountEvent.ConnectionBound(controlId(1), "", PHONE, null, NOON), // bound already
            new AccountEvent.ConnectionUnbound(controlId(1), "", STOLEN, NOON), // not bound
            new AccountEvent.AccountUnfrozen(controlId(1), "", controlId(2), "", NOON), // not frozen
            new AccountEvent.IntentConfirmed(
                    controlId(1),
                    "",
                    Authority.OFFICER,
                    ConfirmationId.raisedBy(requestId(1)),
                    intent(1),
                    1,
                    NOON,
                    NOON), // never asked
            new AccountEvent.ConfirmationSpent(
                    ConfirmationId.raisedBy(requestId(1)), intent(1), requestId(1), NOON), // never asked
            new AccountEvent.PolicyProposed(controlId(1), "", 2, "", NOON), // does not follow
            new AccountEvent.PolicyConfirmed(controlId(1), "", 1, NOON), // never published
            new AccountEvent.PolicyShadowed(controlId(1), "", 1, NOON)); // never published

    @ParameterizedTest(name = "{0}")
    @FieldSource("UNFITTING")
    void anEventThatDoesNotFitStopsEverything(AccountEvent event) {
        assertThatThrownBy(() -> ALICE.evolve(event))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("corrupt journal: ");
    }

    @Test
    void aControlDoesNotFreezeTwice() {
        AccountEvent frozen = new AccountEvent.AccountFrozen(
                controlId(1), "", Authority.OWNER, new FreezeScope.Everything(), "", null, NOON);

        assertThatThrownBy(() -> ALICE.evolve(frozen).evolve(frozen))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("corrupt journal: ");
    }

    @Test
    void theOldOneStaysAsItWas() {
        Account before = alice();

        after(before, POLICY, evaluate(withdrawal(1, "10"), NOON));

        assertThat(before).isEqualTo(alice());
    }

    /** Not in the order of their names, which a map without order may show by chance. */
    @Test
    void everythingStaysInTheOrderInWhichItHappened() {
        Account account = alice();
        List<Integer> order = List.of(5, 2, 9, 1, 7, 10, 3, 8, 6, 4);
        for (int n : order) {
            account = after(account, POLICY, evaluate(withdrawal(n, "1"), NOON));
            account = account.evolve(new AccountEvent.AddressAdded(controlId(n), "", address(n), NOON));
            account = account.evolve(new AccountEvent.ConnectionBound(controlId(n), "", connection(n), null, NOON));
        }

        assertThat(account.activity().decided().keySet())
                .containsExactlyElementsOf(order.stream().map(n -> requestId(n)).toList());
        assertThat(account.activity().exposure().reservations().keySet())
                .containsExactlyElementsOf(account.activity().decided().keySet());
        assertThat(account.standing().addressBook().keySet().stream().skip(1))
                .containsExactlyElementsOf(
                        order.stream().map(AccountTest::address).toList());
        assertThat(account.standing().connections().keySet().stream().skip(1))
                .containsExactlyElementsOf(
                        order.stream().map(AccountTest::connection).toList());
    }

    private static Destination address(int n) {
        return new Destination("ETH", "0x" + n, null);
    }

    private static ConnectionId connection(int n) {
        return new ConnectionId(requestId(1000 + n).value());
    }

    @ParameterizedTest(name = "{0} later {1} requests are remembered")
    @CsvSource({
        "PT0S,        2", // at the same instant
        "PT28H,       2", // exactly as long as the policy remembers
        "PT28H0.001S, 1", // one millisecond longer
    })
    void forgetsWhatNoLongerMatters(Duration later, int remembered) {
        Account first = after(alice(), POLICY, evaluate(withdrawal(1, "10"), NOON));

        Account account = after(first, POLICY, evaluate(RequestSample.balances(2), NOON.plus(later)));

        assertThat(account.activity().decided()).hasSize(remembered);
        assertThat(account.activity().exposure().reservations()).hasSize(remembered - 1);
    }
}
