package io.countersign.domain.account;

import io.countersign.domain.finding.DecisionStatus;
import io.countersign.domain.finding.Finding;
import io.countersign.domain.id.ConnectionId;
import io.countersign.domain.id.ControlId;
import io.countersign.domain.id.RequestId;
import io.countersign.domain.money.Amount;
import io.countersign.domain.request.Destination;
import io.countersign.domain.request.RequestFacts;
import java.time.Instant;
import java.util.List;

/** What happened to an account, in the past tense. The journal is a list of these. */
public sealed interface AccountEvent {

    /** The time of the command that it came from. */
    Instant at();

    /**
     * A request was judged.
     *
     * @param findings of every rule, passes included
     * @param policyVersion of the policy that judged; 0 when there was none
     * @param forgetBefore decisions and reservations older than this no longer matter
     */
    record RequestDecided(
            RequestFacts request,
            DecisionStatus status,
            List<Finding> findings,
            long policyVersion,
            Instant forgetBefore,
            Instant at)
            implements AccountEvent {

        public RequestDecided {
            findings = List.copyOf(findings);
        }
    }

    /** An approval took headroom: {@code value} in the quote currency counts against every limit from now on. */
    record ReservationOpened(RequestId requestId, Amount value, Instant at) implements AccountEvent {}

    /** The funds did move. */
    record ReservationSettled(RequestId requestId, Instant at) implements AccountEvent {}

    /** The funds did not and cannot move: the headroom is free again. */
    record ReservationReleased(RequestId requestId, Instant at) implements AccountEvent {}

    /** The relay told what became of a request. */
    record OutcomeRecorded(Outcome outcome, Instant at) implements AccountEvent {}

    /** A destination came onto the address book. */
    record AddressAdded(ControlId control, String requestedBy, Destination destination, Instant at)
            implements AccountEvent {}

    /** A destination left the address book. */
    record AddressRemoved(ControlId control, String requestedBy, Destination destination, Instant at)
            implements AccountEvent {}

    /** An API key became the account's. */
    record ConnectionBound(ControlId control, String requestedBy, ConnectionId connection, Instant at)
            implements AccountEvent {}

    /** An API key ceased to be the account's. */
    record ConnectionUnbound(ControlId control, String requestedBy, ConnectionId connection, Instant at)
            implements AccountEvent {}

    /** Every request of the account is refused from now on. */
    record AccountFrozen(ControlId control, String requestedBy, String reason, Instant at) implements AccountEvent {}

    /** The freeze was lifted. */
    record AccountUnfrozen(ControlId control, String requestedBy, String reason, Instant at) implements AccountEvent {}
}
