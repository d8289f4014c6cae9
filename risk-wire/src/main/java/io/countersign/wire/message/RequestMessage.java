package io.countersign.wire.message;

import io.countersign.domain.request.RequestFacts;

/** One signed request on its way to the engine; {@code sealedRequest} is the relay's alone. */
public record RequestMessage(RequestFacts facts, Octets sealedRequest) {}
