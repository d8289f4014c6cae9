package io.countersign.domain.account;

import io.countersign.domain.id.ConfirmationId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A question to a person: do you want this?
 *
 * @param expiresAt until when it may be answered, or used once it was; exclusive
 * @param confirmedBy null while nobody did
 */
public record Confirmation(
        ConfirmationId id,
        Instant askedAt,
        Instant expiresAt,
        @Nullable String confirmedBy) {

    /** Whether it was answered and is good for one request at {@code now}. */
    public boolean isUsable(Instant now) {
        return confirmedBy != null && isAlive(now);
    }

    public boolean isAlive(Instant now) {
        return now.isBefore(expiresAt);
    }
}
