package io.countersign.domain.account;

import io.countersign.domain.finding.DecisionStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an account remembers of a request that it judged, so that a repeat is not judged again.
 *
 * @param outcome the last one told; null while none is
 */
public record DecidedRequest(
        DecisionStatus status, Instant at, @Nullable OutcomeClass outcome) {

    DecidedRequest withOutcome(OutcomeClass told) {
        return new DecidedRequest(status, at, told);
    }

    /** Whether {@code told} is news: the first outcome, or a certain one after UNKNOWN. */
    public boolean awaits(OutcomeClass told) {
        return outcome == null || (outcome == OutcomeClass.UNKNOWN && told != OutcomeClass.UNKNOWN);
    }
}
