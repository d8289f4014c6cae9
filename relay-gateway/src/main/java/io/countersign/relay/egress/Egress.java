package io.countersign.relay.egress;

import io.countersign.wire.seal.WireRequest;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** A way out to Binance. */
public interface Egress {

    /**
     * Sends {@code wire} at most once; always completes normally. {@code lastWord} is asked when the connection is open and nothing
     * has left.
     */
    CompletableFuture<Attempt> exchange(WireRequest wire, Supplier<Departure> lastWord);
}
