package io.countersign.wire.message;

import io.countersign.domain.account.AccountEvent;
import io.countersign.domain.account.AccountEvent.RequestDecided;
import io.countersign.domain.finding.DecisionStatus;
import io.countersign.domain.id.RequestId;
import org.jspecify.annotations.Nullable;

/**
 * What of a sealed event may be read by everybody, and stays when the account is erased.
 *
 * @param kind the name of the event's Avro record
 * @param request of a decision; null for another event
 * @param status of a decision; null for another event
 * @param policyVersion of a decision; 0 for another event
 */
public record Outline(
        String kind, @Nullable RequestId request, @Nullable DecisionStatus status, long policyVersion) {

    /** The outline of {@code event}. */
    public static Outline of(AccountEvent event) {
        String kind = event.getClass().getSimpleName();
        return event instanceof RequestDecided decided
                ? new Outline(kind, decided.request().id(), decided.status(), decided.policyVersion())
                : new Outline(kind, null, null, 0);
    }

    /** Whether the event is a decision about a request. */
    public boolean isDecision() {
        return request != null;
    }
}
