package io.countersign.domain.account;

import io.countersign.domain.control.Freeze;
import io.countersign.domain.id.AccountId;

/** One account's risk state. Only {@link #evolve} makes a new one. */
public record Account(
        AccountId id, Standing standing, Activity activity, Confirmations confirmations, PolicyLedger policies) {

    /** An account that nothing happened to. */
    public static Account empty(AccountId id) {
        return new Account(id, Standing.NONE, Activity.NONE, Confirmations.NONE, PolicyLedger.NONE);
    }

    /** Applies one recorded event. An event that does not fit the state means a corrupt journal. */
    public Account evolve(AccountEvent event) {
        if (standing.isErased()) {
            return this; // Of an erased account nothing is learnt.
        }
        return switch (event) {
            case AccountEvent.RequestDecided e -> with(activity.decidedOn(e));
            case AccountEvent.ReservationOpened e -> with(activity.reserved(e));
            case AccountEvent.ReservationSettled e -> with(activity.settled(e.requestId()));
            case AccountEvent.ReservationReleased e -> with(activity.released(e.requestId()));
            case AccountEvent.OutcomeRecorded e -> with(activity.told(e.outcome()));
            case AccountEvent.RequestLookedUp e -> with(activity.lookedUp(e));
            case AccountEvent.ConfirmationRequested e ->
                with(confirmations.asked(e.intent(), new Confirmation(e.confirmation(), e.at(), e.expiresAt(), null)));
            case AccountEvent.IntentConfirmed e ->
                with(confirmations.confirmed(e.intent(), e.requestedBy(), e.expiresAt()));
            case AccountEvent.ConfirmationSpent e -> with(confirmations.spent(e.intent()));
            case AccountEvent.AddressAdded e -> with(standing.withAddress(e.destination(), e.at()));
            case AccountEvent.AddressRemoved e -> with(standing.withoutAddress(e.destination()));
            case AccountEvent.ConnectionBound e ->
                with(standing.withConnection(e.connection(), new Connection(e.at(), e.publicKey())));
            case AccountEvent.ConnectionUnbound e -> with(standing.withoutConnection(e.connection()));
            case AccountEvent.AccountFrozen e -> with(standing.frozen(freeze(e)));
            case AccountEvent.AccountUnfrozen e -> with(standing.unfrozen(e.freeze()));
            case AccountEvent.TierAssigned e -> with(standing.withTier(e.tier()));
            case AccountEvent.ErasureAsked e -> with(standing.erasing(new Erasure.Asked(e.control(), e.requestedBy())));
            case AccountEvent.AccountErased e -> empty(id).with(Standing.erased(e.at()));
            case AccountEvent.PolicyProposed e -> with(policies.proposed(e.version(), e.requestedBy()));
            case AccountEvent.PolicyConfirmed e -> with(policies.confirmed(e.version()));
            case AccountEvent.PolicyShadowed e -> with(policies.shadowed(e.version()));
            case AccountEvent.ControlRefused e -> this;
        };
    }

    private static Freeze freeze(AccountEvent.AccountFrozen event) {
        return new Freeze(
                event.control(), event.scope(), event.reason(), event.requestedBy(), event.at(), event.until());
    }

    private Account with(Standing next) {
        return new Account(id, next, activity, confirmations, policies);
    }

    private Account with(Activity next) {
        return new Account(id, standing, next, confirmations, policies);
    }

    private Account with(Confirmations next) {
        return new Account(id, standing, activity, next, policies);
    }

    private Account with(PolicyLedger next) {
        return new Account(id, standing, activity, confirmations, next);
    }
}
