package io.countersign.relay.clearance;

import io.countersign.domain.request.RequestFacts;
import io.countersign.wire.seal.WireRequest;
import java.time.Instant;

/**
 * An approved request that may be sent, once.
 *
 * @param latest last instant at which its octets may leave, on Binance's clock
 */
public record ClearedRequest(RequestFacts facts, WireRequest wire, Instant latest) {}
