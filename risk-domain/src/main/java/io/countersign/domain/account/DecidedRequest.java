package io.countersign.domain.account;

import io.countersign.domain.finding.DecisionStatus;
import io.countersign.domain.lookup.Resolution;
import io.countersign.domain.request.Transfer;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an account remembers of a request that it judged, so that a repeat is not judged again.
 *
 * @param orderId the client's, of an approved transfer; null for none
 * @param outcome the last one told; null while none is
 * @param resolution what look-ups showed when none, or UNKNOWN, was told; null for nothing for certain
 */
public record DecidedRequest(
        DecisionStatus status,
        Instant at,
        @Nullable String orderId,
        @Nullable OutcomeClass outcome,
        @Nullable Resolution resolution) {

    static DecidedRequest of(AccountEvent.RequestDecided event) {
        Transfer transfer = event.request().transfer();
        boolean approved = event.status() == DecisionStatus.APPROVED;
        String orderId = transfer != null && approved ? transfer.orderId() : null;
        return new DecidedRequest(event.status(), event.at(), orderId, null, null);
    }

    DecidedRequest withOutcome(OutcomeClass told) {
        return new DecidedRequest(status, at, orderId, told, resolution);
    }

    DecidedRequest withResolution(Resolution shown) {
        return new DecidedRequest(status, at, orderId, outcome, shown);
    }

    /** Whether {@code told} is news: the first outcome, or a certain one after UNKNOWN. */
    public boolean awaits(OutcomeClass told) {
        return outcome == null || (outcome == OutcomeClass.UNKNOWN && told != OutcomeClass.UNKNOWN);
    }

    /** Whether its order id may still name a transfer at Binance: of one that was resolved, too, should Binance list it late. */
    public boolean holds(String id) {
        return id.equals(orderId) && outcome != OutcomeClass.REFUSED && outcome != OutcomeClass.EXPIRED;
    }
}
