package io.countersign.relay.egress;

import io.countersign.relay.clearance.ClearedRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/** Sends what was cleared: once, and only while Binance still accepts the signature. */
public final class Sender {

    private final Egress egress;
    private final BinanceClock clock;

    public Sender(Egress egress, BinanceClock clock) {
        this.egress = egress;
        this.clock = clock;
    }

    /** The one attempt; always completes normally. */
    public CompletableFuture<Attempt> send(ClearedRequest request) {
        Instant latest = request.latest();
        return egress.exchange(request.wire(), Duration.between(clock.now(), latest), () -> lastWord(latest));
    }

    private Departure lastWord(Instant latest) {
        if (!clock.isMeasured()) {
            return new Departure.Stay("Binance's clock is not known yet");
        }
        Instant now = clock.now();
        return now.isAfter(latest)
                ? new Departure.Stay("its signature was about to lapse before it could leave")
                : new Departure.Go(now);
    }
}
