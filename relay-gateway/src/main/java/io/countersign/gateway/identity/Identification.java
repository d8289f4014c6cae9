package io.countersign.gateway.identity;

import io.countersign.gateway.answer.Problem;

/** What came of asking who is calling. */
public sealed interface Identification {

    /** A caller with the role that was asked for. */
    record Known(Caller caller) implements Identification {}

    /** Nobody, or somebody without the role. */
    record Rejected(Problem problem) implements Identification {}
}
