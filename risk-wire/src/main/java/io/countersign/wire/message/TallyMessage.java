package io.countersign.wire.message;

import io.countersign.domain.control.EndpointClass;
import java.time.Instant;

/** How many accounts a policy decided and rejected for the first time in the window that began at {@code windowStart}. */
public record TallyMessage(
        long policyVersion, EndpointClass endpoints, Instant windowStart, long decided, long rejected) {}
