package io.countersign.wire.message;

import io.countersign.domain.control.EndpointClass;
import java.time.Instant;
import java.util.Map;

/**
 * The current window of one version of the policy.
 *
 * @param alerted whether the window's alert was raised
 */
public record GuardState(Instant windowStart, Map<EndpointClass, Count> counts, boolean alerted) {

    public GuardState {
        counts = Map.copyOf(counts);
    }

    /** Accounts. */
    public record Count(long decided, long rejected) {}
}
