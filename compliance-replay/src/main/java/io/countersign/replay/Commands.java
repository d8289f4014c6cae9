package io.countersign.replay;

import io.countersign.domain.account.AccountCommand;
import io.countersign.domain.account.AccountEvent;
import io.countersign.domain.control.Control;
import io.countersign.domain.control.ControlChange;
import io.countersign.domain.id.AccountId;
import io.countersign.domain.id.ControlId;
import java.util.Optional;

/** The command behind an event: the journal records what was asked, so that it can be asked again. */
final class Commands {

    private Commands() {}

    /** Empty for an event that only ever follows another one of the same command. */
    static Optional<AccountCommand> thatCaused(String account, AccountEvent event) {
        return switch (event) {
            case AccountEvent.RequestDecided e -> Optional.of(new AccountCommand.EvaluateRequest(e.request(), e.at()));
            case AccountEvent.OutcomeRecorded e -> Optional.of(new AccountCommand.RecordOutcome(e.outcome(), e.at()));
            case AccountEvent.ReservationOpened e -> Optional.empty();
            case AccountEvent.ReservationSettled e -> Optional.empty();
            case AccountEvent.ReservationReleased e -> Optional.empty();
            default -> control(account, event);
        };
    }

    private static Optional<AccountCommand> control(String account, AccountEvent event) {
        return switch (event) {
            case AccountEvent.AddressAdded e ->
                control(account, e.control(), e.requestedBy(), new ControlChange.AddAddress(e.destination()), event);
            case AccountEvent.AddressRemoved e ->
                control(account, e.control(), e.requestedBy(), new ControlChange.RemoveAddress(e.destination()), event);
            case AccountEvent.ConnectionBound e ->
                control(account, e.control(), e.requestedBy(), new ControlChange.BindConnection(e.connection()), event);
            case AccountEvent.ConnectionUnbound e ->
                control(
                        account,
                        e.control(),
                        e.requestedBy(),
                        new ControlChange.UnbindConnection(e.connection()),
                        event);
            case AccountEvent.AccountFrozen e ->
                control(account, e.control(), e.requestedBy(), new ControlChange.FreezeAccount(e.reason()), event);
            case AccountEvent.AccountUnfrozen e ->
                control(account, e.control(), e.requestedBy(), new ControlChange.UnfreezeAccount(e.reason()), event);
            default -> throw new IllegalStateException("no control causes " + event);
        };
    }

    private static Optional<AccountCommand> control(
            String account, ControlId id, String requestedBy, ControlChange change, AccountEvent event) {
        Control control = new Control(id, new AccountId(account), requestedBy, change);
        return Optional.of(new AccountCommand.ApplyControl(control, event.at()));
    }
}
