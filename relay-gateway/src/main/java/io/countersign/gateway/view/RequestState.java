package io.countersign.gateway.view;

import io.countersign.domain.account.OutcomeClass;
import io.countersign.domain.finding.DecisionStatus;

/** Where a request is. */
public enum RequestState {
    RECEIVED,
    APPROVED,
    REJECTED,
    DONE,
    REFUSED,
    EXPIRED,
    UNKNOWN;

    /** Whether whoever waits can be answered. */
    public boolean isSettled() {
        return this != RECEIVED && this != APPROVED;
    }

    static RequestState of(DecisionStatus status) {
        return switch (status) {
            case APPROVED -> APPROVED;
            case REJECTED -> REJECTED;
        };
    }

    /** The state that an outcome alone tells. */
    public static RequestState of(OutcomeClass outcome) {
        return switch (outcome) {
            case DONE -> DONE;
            case REFUSED -> REFUSED;
            case EXPIRED -> EXPIRED;
            case UNKNOWN -> UNKNOWN;
        };
    }
}
