package io.countersign.wire.message;

import java.time.Instant;

/** One published version of the policy, as the officer wrote it. */
public record PolicyMessage(long version, String yaml, String publishedBy, Instant publishedAt) {}
