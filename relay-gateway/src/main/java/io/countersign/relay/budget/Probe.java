package io.countersign.relay.budget;

import io.countersign.relay.egress.Attempt;
import io.countersign.relay.egress.BinanceClock;
import io.countersign.relay.egress.Departure;
import io.countersign.wire.message.Octets;
import io.countersign.wire.seal.WireRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/** While the breaker is in doubt, looks at Binance's clock once a second to find out. For one thread. */
public final class Probe {

    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final WireRequest LOOK = new WireRequest("GET", Breaker.PROBE, null, "", Octets.EMPTY);

    private final Lookups lookups;
    private final Valve valve;
    private final BinanceClock clock;
    private Instant last = Instant.MIN;

    public Probe(Lookups lookups, Valve valve, BinanceClock clock) {
        this.lookups = lookups;
        this.valve = valve;
        this.clock = clock;
    }

    /** Looks when it is time to. To be called again and again. */
    public void turn() {
        Instant now = clock.ours();
        if (valve.isInDoubt() && !now.isBefore(last.plus(PAUSE))) {
            last = now;
            CompletableFuture<Attempt> ignored = lookups.exchange(LOOK, () -> new Departure.Go(now));
        }
    }
}
