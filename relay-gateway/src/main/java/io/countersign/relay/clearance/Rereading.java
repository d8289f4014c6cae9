package io.countersign.relay.clearance;

import io.countersign.domain.request.RequestFacts;
import io.countersign.wire.seal.WireRequest;
import java.time.Instant;

/** Reads the opened octets again, so that what is sent is what was judged. */
@FunctionalInterface
public interface Rereading {

    /** What {@code wire} says, compared to the approved {@code facts}. */
    Result compare(RequestFacts facts, WireRequest wire);

    /** What came of comparing. */
    sealed interface Result {

        /** The octets say what was judged; Binance accepts them until {@code lapsesAt}. */
        record Same(Instant lapsesAt) implements Result {}

        /** They say something else, or have no single reading. */
        record Different(String reason) implements Result {}
    }
}
