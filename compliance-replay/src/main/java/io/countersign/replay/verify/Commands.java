package io.countersign.replay.verify;

import io.countersign.domain.account.AccountCommand;
import io.countersign.domain.account.AccountEvent;
import io.countersign.domain.control.Authority;
import io.countersign.domain.control.Control;
import io.countersign.domain.control.ControlChange;
import io.countersign.domain.id.AccountId;
import io.countersign.domain.id.ControlId;
import java.time.Instant;
import java.util.Optional;

/** The command behind an event: the journal records what was asked, so that it can be asked again. */
final class Commands {

    private Commands() {}

    /** Empty for an event that only ever follows another one of the same command. */
    static Optional<AccountCommand> thatCaused(String account, AccountEvent event) {
        return switch (event) {
            case AccountEvent.RequestDecided e ->
                Optional.of(new AccountCommand.EvaluateRequest(e.request(), e.circumstances(), e.at()));
            case AccountEvent.OutcomeRecorded e -> Optional.of(new AccountCommand.RecordOutcome(e.outcome(), e.at()));
            case AccountEvent.RequestLookedUp e -> Optional.empty();
            case AccountEvent.ReservationOpened e -> Optional.empty();
            case AccountEvent.ReservationSettled e -> Optional.empty();
            case AccountEvent.ReservationReleased e -> Optional.empty();
            case AccountEvent.ConfirmationRequested e -> Optional.empty();
            case AccountEvent.ConfirmationSpent e -> Optional.empty();
            default -> control(account, event);
        };
    }

    private static Optional<AccountCommand> control(String account, AccountEvent event) {
        AccountId id = new AccountId(account);
        return switch (event) {
            case AccountEvent.AddressAdded e ->
                by(Authority.OWNER, e.control(), e.requestedBy())
                        .asks(id, new ControlChange.AddAddress(e.destination()), e.at());
            case AccountEvent.AddressRemoved e ->
                by(Authority.OWNER, e.control(), e.requestedBy())
                        .asks(id, new ControlChange.RemoveAddress(e.destination()), e.at());
            case AccountEvent.ConnectionBound e ->
                by(Authority.OWNER, e.control(), e.requestedBy())
                        .asks(id, new ControlChange.BindConnection(e.connection(), e.publicKey()), e.at());
            case AccountEvent.ConnectionUnbound e ->
                by(Authority.OWNER, e.control(), e.requestedBy())
                        .asks(id, new ControlChange.UnbindConnection(e.connection()), e.at());
            case AccountEvent.AccountFrozen e ->
                by(e.authority(), e.control(), e.requestedBy())
                        .asks(id, new ControlChange.FreezeAccount(e.scope(), e.reason(), e.until()), e.at());
            case AccountEvent.AccountUnfrozen e ->
                by(Authority.OFFICER, e.control(), e.requestedBy())
                        .asks(id, new ControlChange.UnfreezeAccount(e.freeze(), e.reason()), e.at());
            case AccountEvent.TierAssigned e ->
                by(Authority.OFFICER, e.control(), e.requestedBy())
                        .asks(id, new ControlChange.AssignTier(e.tier()), e.at());
            case AccountEvent.IntentConfirmed e ->
                by(e.authority(), e.control(), e.requestedBy())
                        .asks(id, new ControlChange.ConfirmIntent(e.confirmation()), e.at());
            case AccountEvent.ControlRefused e -> Optional.of(refused(id, e));
            default -> ofTwoOfficers(id, event);
        };
    }

    /** What one officer begins and another ends, and a shadow. */
    private static Optional<AccountCommand> ofTwoOfficers(AccountId id, AccountEvent event) {
        return switch (event) {
            case AccountEvent.ErasureAsked e ->
                by(Authority.OFFICER, e.control(), e.requestedBy())
                        .asks(id, new ControlChange.EraseAccount(null, e.reason()), e.at());
            case AccountEvent.AccountErased e ->
                by(Authority.OFFICER, e.control(), e.requestedBy())
                        .asks(id, new ControlChange.EraseAccount(e.asked(), ""), e.at());
            case AccountEvent.PolicyProposed e ->
                by(Authority.OFFICER, e.control(), e.requestedBy())
                        .asks(id, new ControlChange.ProposePolicy(e.yaml()), e.at());
            case AccountEvent.PolicyConfirmed e ->
                by(Authority.OFFICER, e.control(), e.requestedBy())
                        .asks(id, new ControlChange.ConfirmPolicy(e.version()), e.at());
            case AccountEvent.PolicyShadowed e ->
                by(Authority.OFFICER, e.control(), e.requestedBy())
                        .asks(id, new ControlChange.ShadowPolicy(e.version()), e.at());
            default -> throw new IllegalStateException("no control causes " + event);
        };
    }

    /** What was asked is not recorded with a refusal; that it was refused, and why, is. */
    private static AccountCommand refused(AccountId account, AccountEvent.ControlRefused event) {
        ControlChange unknown = new ControlChange.AssignTier(null);
        Control control = new Control(event.control(), account, event.requestedBy(), Authority.OWNER, unknown);
        return new AccountCommand.RefuseControl(control, event.reason(), event.at());
    }

    private static Person by(Authority authority, ControlId control, String name) {
        return new Person(authority, control, name);
    }

    private record Person(Authority authority, ControlId control, String name) {

        Optional<AccountCommand> asks(AccountId account, ControlChange change, Instant at) {
            return Optional.of(
                    new AccountCommand.ApplyControl(new Control(control, account, name, authority, change), at));
        }
    }
}
