package io.countersign.domain.account;

import io.countersign.domain.control.Authority;
import io.countersign.domain.control.FreezeScope;
import io.countersign.domain.finding.DecisionStatus;
import io.countersign.domain.finding.Finding;
import io.countersign.domain.id.ConfirmationId;
import io.countersign.domain.id.ConnectionId;
import io.countersign.domain.id.ControlId;
import io.countersign.domain.id.IntentDigest;
import io.countersign.domain.id.RequestId;
import io.countersign.domain.lookup.LookUpResult;
import io.countersign.domain.money.Amount;
import io.countersign.domain.money.Asset;
import io.countersign.domain.request.Destination;
import io.countersign.domain.request.RequestFacts;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened to an account, in the past tense. The journal is a list of these. */
public sealed interface AccountEvent {

    /** The time of the command that it came from. */
    Instant at();

    /**
     * A request was judged.
     *
     * @param findings of every rule, passes included
     * @param policyVersion of the policy that judged; 0 when there was none
     * @param shadow what the policy in shadow found; null when there was none
     * @param forgetBefore reservations older than this no longer matter
     * @param forgetRequestsBefore decisions older than this no longer matter, unless they count somewhere; of the others the last
     *     thousand are kept, and more while a signature may live or an outcome may come
     */
    record RequestDecided(
            RequestFacts request,
            Circumstances circumstances,
            DecisionStatus status,
            List<Finding> findings,
            long policyVersion,
            @Nullable ShadowVerdict shadow,
            Instant forgetBefore,
            Instant forgetRequestsBefore,
            Instant at)
            implements AccountEvent {

        public RequestDecided {
            findings = List.copyOf(findings);
        }
    }

    /**
     * An approval took headroom: {@code value} in the quote currency counts against every limit from now on.
     *
     * @param asset null where an old journal did not tell
     * @param destination null within the user's own wallets
     */
    record ReservationOpened(
            RequestId requestId,
            Amount value,
            @Nullable Asset asset,
            @Nullable Destination destination,
            Instant at) implements AccountEvent {}

    /** The funds did move. */
    record ReservationSettled(RequestId requestId, Instant at) implements AccountEvent {}

    /** The funds did not and cannot move: the headroom is free again. */
    record ReservationReleased(RequestId requestId, Instant at) implements AccountEvent {}

    /**
     * The relay told what became of a request.
     *
     * @param policyVersion of the policy that judged what it shows of another request; 0 when it shows nothing
     */
    record OutcomeRecorded(Outcome outcome, long policyVersion, Instant at) implements AccountEvent {}

    /**
     * A look-up said something, or not enough, about a request whose outcome is unknown.
     *
     * @param lookUp the request that asked
     * @param sentAt when it left, on Binance's clock
     * @param reason one sentence for a person
     */
    record RequestLookedUp(
            RequestId requestId, RequestId lookUp, LookUpResult result, String reason, Instant sentAt, Instant at)
            implements AccountEvent {}

    /** A request was refused until a person confirms what it asks for. */
    record ConfirmationRequested(ConfirmationId confirmation, IntentDigest intent, Instant expiresAt, Instant at)
            implements AccountEvent {}

    /** A person confirmed an intent: good for one request before {@code expiresAt}, as the policy of that version has it. */
    record IntentConfirmed(
            ControlId control,
            String requestedBy,
            Authority authority,
            ConfirmationId confirmation,
            IntentDigest intent,
            long policyVersion,
            Instant expiresAt,
            Instant at)
            implements AccountEvent {}

    /** A confirmation was used up by an approval. */
    record ConfirmationSpent(ConfirmationId confirmation, IntentDigest intent, RequestId requestId, Instant at)
            implements AccountEvent {}

    /** A destination came onto the address book. */
    record AddressAdded(ControlId control, String requestedBy, Destination destination, Instant at)
            implements AccountEvent {}

    /** A destination left the address book. */
    record AddressRemoved(ControlId control, String requestedBy, Destination destination, Instant at)
            implements AccountEvent {}

    /** An API key became the account's. */
    record ConnectionBound(
            ControlId control,
            String requestedBy,
            ConnectionId connection,
            @Nullable String publicKey,
            Instant at) implements AccountEvent {}

    /** An API key ceased to be the account's. */
    record ConnectionUnbound(ControlId control, String requestedBy, ConnectionId connection, Instant at)
            implements AccountEvent {}

    /** Requests of {@code scope} are refused from now on: the account's, or everyone's on the house account. */
    record AccountFrozen(
            ControlId control,
            String requestedBy,
            Authority authority,
            FreezeScope scope,
            String reason,
            @Nullable Instant until,
            Instant at)
            implements AccountEvent {}

    /**
     * A freeze was lifted.
     *
     * @param freeze the control that placed it; null for every freeze, which only old journals have
     */
    record AccountUnfrozen(
            ControlId control, String requestedBy, @Nullable ControlId freeze, String reason, Instant at)
            implements AccountEvent {}

    /** The account came into a tier, or left its tier when {@code tier} is null. */
    record TierAssigned(
            ControlId control, String requestedBy, @Nullable String tier, Instant at) implements AccountEvent {}

    /** An officer asked to erase the account; another has yet to confirm. */
    record ErasureAsked(ControlId control, String requestedBy, String reason, Instant at) implements AccountEvent {}

    /**
     * The account was erased: its data key is destroyed with this event, the last one that can be read of it.
     *
     * @param asked the control that asked for it
     * @param askedBy another officer than the one who confirmed
     */
    record AccountErased(ControlId control, String requestedBy, ControlId asked, String askedBy, Instant at)
            implements AccountEvent {}

    /** A policy was published; it judges nothing yet. */
    record PolicyProposed(ControlId control, String requestedBy, long version, String yaml, Instant at)
            implements AccountEvent {}

    /** A published policy became the live one. */
    record PolicyConfirmed(ControlId control, String requestedBy, long version, Instant at) implements AccountEvent {}

    /** A published policy judges beside the live one, without effect; version 0 for none. */
    record PolicyShadowed(ControlId control, String requestedBy, long version, Instant at) implements AccountEvent {}

    /** A control was not carried out. */
    record ControlRefused(ControlId control, String requestedBy, String reason, Instant at) implements AccountEvent {}
}
