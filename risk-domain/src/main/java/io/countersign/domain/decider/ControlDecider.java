package io.countersign.domain.decider;

import io.countersign.domain.account.Account;
import io.countersign.domain.account.AccountCommand.ApplyControl;
import io.countersign.domain.account.AccountEvent;
import io.countersign.domain.control.Control;
import io.countersign.domain.control.ControlChange;
import java.time.Instant;
import java.util.List;

/** Decides what a control does to an account: nothing when it is so already, which makes a repeat harmless. */
final class ControlDecider {

    private ControlDecider() {}

    static List<AccountEvent> decide(ApplyControl command, Account account) {
        Control control = command.control();
        Instant at = command.at();
        return switch (control.change()) {
            case ControlChange.AddAddress change ->
                when(
                        !account.addressBook().containsKey(change.destination()),
                        new AccountEvent.AddressAdded(control.id(), control.requestedBy(), change.destination(), at));
            case ControlChange.RemoveAddress change ->
                when(
                        account.addressBook().containsKey(change.destination()),
                        new AccountEvent.AddressRemoved(control.id(), control.requestedBy(), change.destination(), at));
            case ControlChange.BindConnection change ->
                when(
                        !account.connections().containsKey(change.connection()),
                        new AccountEvent.ConnectionBound(control.id(), control.requestedBy(), change.connection(), at));
            case ControlChange.UnbindConnection change ->
                when(
                        account.connections().containsKey(change.connection()),
                        new AccountEvent.ConnectionUnbound(
                                control.id(), control.requestedBy(), change.connection(), at));
            case ControlChange.FreezeAccount change ->
                when(
                        account.freeze() == null,
                        new AccountEvent.AccountFrozen(control.id(), control.requestedBy(), change.reason(), at));
            case ControlChange.UnfreezeAccount change ->
                when(
                        account.freeze() != null,
                        new AccountEvent.AccountUnfrozen(control.id(), control.requestedBy(), change.reason(), at));
        };
    }

    private static List<AccountEvent> when(boolean changes, AccountEvent event) {
        return changes ? List.of(event) : List.of();
    }
}
