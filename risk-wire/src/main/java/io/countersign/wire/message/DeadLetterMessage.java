package io.countersign.wire.message;

import org.jspecify.annotations.Nullable;

/** A record that could not be read or trusted, as it was, with the reason and where it stood. */
public record DeadLetterMessage(
        String topic,
        int partition,
        long offset,
        String refusedBy,
        String reason,
        @Nullable Octets key,
        @Nullable Octets value) {}
