package io.countersign.gateway.control;

import io.countersign.domain.id.ControlId;
import io.countersign.wire.message.DecisionBody;
import java.util.Optional;

/**
 * A change that is on the log.
 *
 * @param word the engine's; empty while it has not spoken
 */
public record Submitted(ControlId id, Optional<DecisionBody> word) {

    /** Whether the engine has taken it. */
    public boolean isApplied() {
        return word.isPresent();
    }
}
