package io.countersign.domain.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An API key that is bound to an account.
 *
 * @param publicKey that its signatures are checked with, base64 of its SubjectPublicKeyInfo; null for HMAC
 */
public record Connection(Instant boundAt, @Nullable String publicKey) {}
