package io.countersign.wire.message;

import io.countersign.domain.id.AccountId;
import java.time.Instant;

/** An approval that sends to a destination, which is named by its key: SHA-256, 32 octets. */
public record SightingMessage(Octets destinationKey, AccountId account, Instant at) {}
