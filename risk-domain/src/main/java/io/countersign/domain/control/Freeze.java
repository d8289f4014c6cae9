package io.countersign.domain.control;

import io.countersign.domain.id.ControlId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A standing order to refuse.
 *
 * @param id the control that placed it
 * @param until when it ends by itself, exclusive; null for never
 */
public record Freeze(
        ControlId id,
        FreezeScope scope,
        String reason,
        String placedBy,
        Instant at,
        @Nullable Instant until) {

    /** Whether it still holds at {@code now}. */
    public boolean holds(Instant now) {
        return until == null || now.isBefore(until);
    }
}
