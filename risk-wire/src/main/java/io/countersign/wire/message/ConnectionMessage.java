package io.countersign.wire.message;

import io.countersign.domain.id.AccountId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whose a connection is, and what its signatures are checked with.
 *
 * @param publicKey SubjectPublicKeyInfo; null exactly for HMAC
 */
public record ConnectionMessage(
        AccountId account, KeyKind kind, @Nullable Octets publicKey, Instant boundAt) {

    public ConnectionMessage {
        if ((kind == KeyKind.HMAC) != (publicKey == null)) {
            throw new IllegalArgumentException("a connection has a public key unless it is HMAC");
        }
    }
}
