package io.countersign.relay.egress;

import io.countersign.wire.seal.WireRequest;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** A way out to Binance. */
public interface Egress {

    /**
     * Sends {@code wire} at most once; always completes normally. {@code lastWord} is asked when the connection is open and nothing
     * has left.
     *
     * @param opening how long a connection is waited for at most; a millisecond if it is less
     */
    CompletableFuture<Attempt> exchange(WireRequest wire, Duration opening, Supplier<Departure> lastWord);
}
