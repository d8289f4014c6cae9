package io.countersign.wire.message;

import io.countersign.domain.control.EndpointClass;
import java.time.Instant;

/**
 * Something that an officer should look at.
 *
 * @param decided accounts since {@code since}
 * @param rejected accounts since {@code since}
 * @param share rejected of decided, 0 to 1
 * @param sentence for a person
 */
public record AlertMessage(
        AlertKind kind,
        long policyVersion,
        EndpointClass endpoints,
        long decided,
        long rejected,
        double share,
        Instant since,
        Instant at,
        String sentence) {}
