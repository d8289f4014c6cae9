package io.countersign.relay.budget;

import io.countersign.relay.egress.BinanceClock;
import io.countersign.relay.egress.Departure;
import io.countersign.wire.message.Octets;
import io.countersign.wire.seal.WireRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/**
 * While the breaker is in doubt, looks at Binance's clock once a second to find out. One look at a time: those that a silent Binance
 * leaves unanswered would all leave when it speaks again. For one thread.
 */
public final class Probe {

    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final WireRequest LOOK = new WireRequest("GET", Breaker.PROBE, null, "", Octets.EMPTY);

    private final Lookups lookups;
    private final Valve valve;
    private final BinanceClock clock;
    private Instant last = Instant.MIN;
    private CompletableFuture<?> look = CompletableFuture.completedFuture(null);

    public Probe(Lookups lookups, Valve valve, BinanceClock clock) {
        this.lookups = lookups;
        this.valve = valve;
        this.clock = clock;
    }

    /** Looks when it is time to. To be called again and again. */
    public void turn() {
        Instant now = clock.ours();
        if (valve.isInDoubt() && look.isDone() && !now.isBefore(last.plus(PAUSE))) {
            last = now;
            look = lookups.exchange(LOOK, PATIENCE, () -> new Departure.Go(clock.ours()));
        }
    }
}
