package io.countersign.engine.query;

import io.countersign.wire.message.Octets;

/** Who answered. */
sealed interface Found {

    /** This engine did. */
    record Here(LocalAnswer answer) implements Found {}

    /** Another engine did: its status, 200 or 404, and its JSON as it came. */
    record Elsewhere(int status, Octets body) implements Found {}

    /** Nobody could, for now. */
    record Nowhere() implements Found {}
}
