package io.countersign.relay.clearance;

import io.countersign.domain.request.RequestFacts;
import io.countersign.relay.lookup.Question;
import io.countersign.wire.seal.WireRequest;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An approved request that may be sent, once.
 *
 * @param question what it asks about another request; null when it asks about none, or hides something
 * @param latest last instant at which its octets may leave, on Binance's clock
 */
public record ClearedRequest(
        RequestFacts facts, WireRequest wire, @Nullable Question question, Instant latest) {}
