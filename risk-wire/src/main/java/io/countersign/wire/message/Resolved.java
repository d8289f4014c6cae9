package io.countersign.wire.message;

import io.countersign.domain.id.RequestId;
import io.countersign.domain.lookup.Resolution;

/**
 * What a look-up showed of a request whose outcome was unknown.
 *
 * @param lookUp the request that asked
 * @param reason one sentence for a person
 */
public record Resolved(Resolution resolution, RequestId lookUp, String reason) {}
