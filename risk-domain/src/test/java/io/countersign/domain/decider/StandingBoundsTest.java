package io.countersign.domain.decider;

import static io.countersign.domain.testing.Samples.NOON;
import static io.countersign.domain.testing.Samples.alice;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.domain.account.Account;
import io.countersign.domain.account.AccountCommand.ApplyControl;
import io.countersign.domain.account.AccountEvent;
import io.countersign.domain.account.AccountEvent.AccountFrozen;
import io.countersign.domain.account.AccountEvent.AddressAdded;
import io.countersign.domain.account.AccountEvent.ConnectionBound;
import io.countersign.domain.account.AccountEvent.ControlRefused;
import io.countersign.domain.account.AccountEvent.PolicyProposed;
import io.countersign.domain.account.PolicyLedger;
import io.countersign.domain.account.Standing;
import io.countersign.domain.control.Authority;
import io.countersign.domain.control.Control;
import io.countersign.domain.control.ControlChange;
import io.countersign.domain.control.FreezeScope;
import io.countersign.domain.id.AccountId;
import io.countersign.domain.id.ConnectionId;
import io.countersign.domain.id.ControlId;
import io.countersign.domain.policy.Policies;
import io.countersign.domain.policy.Policy;
import io.countersign.domain.request.Destination;
import io.countersign.domain.testing.Samples;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/** What people set on an account is written at each of its decisions, so there is a most of everything. */
class StandingBoundsTest {

    @Test
    void theAddressBookHasAMost() {
        Account full = filled(alice(), Standing.MOST_ADDRESSES - 1, n -> new ControlChange.AddAddress(address(n)));

        assertThat(decide(full, new ControlChange.AddAddress(address(-1))))
                .hasExactlyElementsOfTypes(ControlRefused.class);
        assertThat(decide(full, new ControlChange.AddAddress(address(0))))
                .as("a repeat")
                .isEmpty();
        assertThat(decide(
                        filled(full, 1, n -> new ControlChange.RemoveAddress(address(n))),
                        new ControlChange.AddAddress(address(-1))))
                .hasExactlyElementsOfTypes(AddressAdded.class);
    }

    @Test
    void connectionsHaveAMost() {
        Account full =
                filled(alice(), Standing.MOST_CONNECTIONS - 1, n -> new ControlChange.BindConnection(phone(n), null));

        assertThat(decide(full, new ControlChange.BindConnection(phone(999), null)))
                .hasExactlyElementsOfTypes(ControlRefused.class);
        assertThat(decide(
                        filled(full, 1, n -> new ControlChange.UnbindConnection(phone(n))),
                        new ControlChange.BindConnection(phone(999), null)))
                .hasExactlyElementsOfTypes(ConnectionBound.class);
    }

    @Test
    void freezesHaveAMost() {
        Account almost = filled(alice(), Standing.MOST_FREEZES - 1, n -> freeze());

        assertThat(decide(almost, freeze())).hasExactlyElementsOfTypes(AccountFrozen.class);
        assertThat(decide(filled(alice(), Standing.MOST_FREEZES, n -> freeze()), freeze()))
                .hasExactlyElementsOfTypes(ControlRefused.class);
    }

    @Test
    void policiesThatWaitHaveAMost() {
        Account house = Account.empty(AccountId.HOUSE);
        Account almost = filled(house, PolicyLedger.MOST_PROPOSALS - 1, n -> new ControlChange.ProposePolicy("a"));
        Account full = filled(almost, 1, n -> new ControlChange.ProposePolicy("a"));

        assertThat(decide(almost, new ControlChange.ProposePolicy("a")))
                .hasExactlyElementsOfTypes(PolicyProposed.class);
        assertThat(decide(full, new ControlChange.ProposePolicy("a"))).hasExactlyElementsOfTypes(ControlRefused.class);
    }

    private static Account filled(Account account, int times, IntFunction<ControlChange> change) {
        Account filled = account;
        for (int i = 0; i < times; i++) {
            filled = Samples.evolve(filled, decide(filled, change.apply(i)));
        }
        return filled;
    }

    /** Each control has an id of its own. */
    private static List<AccountEvent> decide(Account account, ControlChange change) {
        long number = account.standing().freezes().size() + 1L;
        Control control =
                new Control(new ControlId("%032x".formatted(number)), account.id(), "olga", Authority.OFFICER, change);
        return AccountDecider.decide(new ApplyControl(control, NOON), account, Policies.only(Policy.none()));
    }

    private static ControlChange freeze() {
        return new ControlChange.FreezeAccount(new FreezeScope.Everything(), "a doubt", null);
    }

    private static Destination address(int number) {
        return new Destination("ETH", "0x" + number, null);
    }

    private static ConnectionId phone(int number) {
        return new ConnectionId("%032x".formatted(1_000_000L + number));
    }
}
