package io.countersign.gateway.view;

import io.countersign.domain.account.OutcomeClass;
import io.countersign.domain.finding.DecisionStatus;
import io.countersign.domain.lookup.Resolution;
import org.jspecify.annotations.Nullable;

/** Where a request is. */
public enum RequestState {
    RECEIVED,
    APPROVED,
    REJECTED,
    DONE,
    REFUSED,
    EXPIRED,
    /** Look-ups showed that Binance does not have it and can no longer accept it. */
    NOT_EXECUTED,
    UNKNOWN;

    /** Whether whoever waits can be answered. */
    public boolean isSettled() {
        return this != RECEIVED && this != APPROVED;
    }

    /** Whether nothing that may still come changes it; UNKNOWN a late answer or a look-up can. */
    public boolean isFinal() {
        return isSettled() && this != UNKNOWN;
    }

    static RequestState of(DecisionStatus status) {
        return switch (status) {
            case APPROVED -> APPROVED;
            case REJECTED -> REJECTED;
        };
    }

    /** The state by what was decided, by what the relay told, and by what look-ups showed. That Binance has it overrules all. */
    public static RequestState of(
            DecisionStatus status, @Nullable OutcomeClass outcome, @Nullable Resolution resolution) {
        if (resolution == null || (isCertain(outcome) && resolution != Resolution.EXECUTED)) {
            return outcome == null ? of(status) : of(outcome);
        }
        return switch (resolution) {
            case EXECUTED -> DONE;
            case FAILED -> REFUSED;
            case NOT_EXECUTED -> NOT_EXECUTED;
        };
    }

    private static boolean isCertain(@Nullable OutcomeClass outcome) {
        return outcome != null && outcome != OutcomeClass.UNKNOWN;
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
