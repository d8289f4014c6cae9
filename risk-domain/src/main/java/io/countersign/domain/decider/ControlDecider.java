package io.countersign.domain.decider;

import io.countersign.domain.account.Account;
import io.countersign.domain.account.AccountCommand.ApplyControl;
import io.countersign.domain.account.AccountEvent;
import io.countersign.domain.account.AccountEvent.AddressAdded;
import io.countersign.domain.account.AccountEvent.AddressRemoved;
import io.countersign.domain.account.AccountEvent.ConnectionBound;
import io.countersign.domain.account.AccountEvent.ConnectionUnbound;
import io.countersign.domain.account.AccountEvent.ControlRefused;
import io.countersign.domain.account.AccountEvent.IntentConfirmed;
import io.countersign.domain.account.AccountEvent.TierAssigned;
import io.countersign.domain.account.Confirmation;
import io.countersign.domain.account.Connection;
import io.countersign.domain.account.Standing;
import io.countersign.domain.control.Authority;
import io.countersign.domain.control.Control;
import io.countersign.domain.control.ControlChange;
import io.countersign.domain.id.ControlId;
import io.countersign.domain.id.IntentDigest;
import io.countersign.domain.policy.Policy;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Decides what a control does to an account: nothing when it is so already, which makes a repeat harmless. */
final class ControlDecider {

    private ControlDecider() {}

    static List<AccountEvent> decide(ApplyControl command, Account account, Policy policy) {
        if (account.standing().isErased()) {
            return ErasureDecider.afterwards(command);
        }
        Control control = command.control();
        ControlId id = control.id();
        String by = control.requestedBy();
        Instant at = command.at();
        Standing standing = account.standing();
        return switch (control.change()) {
            case ControlChange.AddAddress c ->
                adding(
                        command,
                        standing.addressBook(),
                        Standing.MOST_ADDRESSES,
                        c.destination(),
                        new AddressAdded(id, by, c.destination(), at));
            case ControlChange.RemoveAddress c ->
                when(
                        standing.addressBook().containsKey(c.destination()),
                        new AddressRemoved(id, by, c.destination(), at));
            case ControlChange.BindConnection c -> bind(command, c, standing);
            case ControlChange.UnbindConnection c ->
                when(
                        standing.connections().containsKey(c.connection()),
                        new ConnectionUnbound(id, by, c.connection(), at));
            case ControlChange.AssignTier c -> assign(command, c, standing);
            case ControlChange.ConfirmIntent c -> confirm(command, c, account, policy);
            case ControlChange.FreezeAccount c -> FreezeDecider.freeze(command, c, account);
            case ControlChange.UnfreezeAccount c -> FreezeDecider.unfreeze(command, c, account);
            case ControlChange.EraseAccount c -> ErasureDecider.decide(command, c, account);
            case ControlChange.ProposePolicy c -> PolicyDecider.propose(command, c, account);
            case ControlChange.ConfirmPolicy c -> PolicyDecider.confirm(command, c, account);
            case ControlChange.ShadowPolicy c -> PolicyDecider.shadow(command, c, account);
        };
    }

    static List<AccountEvent> refused(ApplyControl command, String reason) {
        Control control = command.control();
        return List.of(new ControlRefused(control.id(), control.requestedBy(), reason, command.at()));
    }

    /** To say "it is so already" of another public key would leave signatures to be checked with the wrong one. */
    private static List<AccountEvent> bind(
            ApplyControl command, ControlChange.BindConnection change, Standing standing) {
        Connection bound = standing.connections().get(change.connection());
        if (bound != null && !Objects.equals(bound.publicKey(), change.publicKey())) {
            return refused(command, "this API key is bound with another public key, or with none: unbind it first");
        }
        Control control = command.control();
        return adding(
                command,
                standing.connections(),
                Standing.MOST_CONNECTIONS,
                change.connection(),
                new ConnectionBound(
                        control.id(), control.requestedBy(), change.connection(), change.publicKey(), command.at()));
    }

    private static List<AccountEvent> assign(ApplyControl command, ControlChange.AssignTier change, Standing standing) {
        Control control = command.control();
        if (control.authority() != Authority.OFFICER) {
            return refused(command, "only an officer assigns a tier");
        }
        return when(
                !Objects.equals(standing.tier(), change.tier()),
                new TierAssigned(control.id(), control.requestedBy(), change.tier(), command.at()));
    }

    private static List<AccountEvent> confirm(
            ApplyControl command, ControlChange.ConfirmIntent change, Account account, Policy policy) {
        Control control = command.control();
        Instant at = command.at();
        if (control.authority() == Authority.OWNER) {
            return refused(command, "a confirmation needs the owner's second factor, or an officer");
        }
        Optional<IntentDigest> intent = account.confirmations().intentOf(change.confirmation(), at);
        if (intent.isEmpty()) {
            return refused(command, "nothing of this id waits for a confirmation: it expired, was used, or never was");
        }
        boolean again = account.confirmations()
                .about(intent.get(), at)
                .map(Confirmation::confirmedBy)
                .isPresent();
        Instant expiresAt = at.plus(policy.stepUp().useWithin());
        return when(
                !again,
                new IntentConfirmed(
                        control.id(),
                        control.requestedBy(),
                        control.authority(),
                        change.confirmation(),
                        intent.get(),
                        policy.version(),
                        expiresAt,
                        at));
    }

    private static <K> List<AccountEvent> adding(
            ApplyControl command, Map<K, ?> there, int most, K one, AccountEvent event) {
        boolean full = !there.containsKey(one) && there.size() >= most;
        return full
                ? refused(command, "there are %d already: remove one first".formatted(most))
                : when(!there.containsKey(one), event);
    }

    private static List<AccountEvent> when(boolean changes, AccountEvent event) {
        return changes ? List.of(event) : List.of();
    }
}
