package io.countersign.domain.account;

import java.time.Instant;

/** Why and since when every request of an account is refused. */
public record Freeze(String reason, Instant at) {}
