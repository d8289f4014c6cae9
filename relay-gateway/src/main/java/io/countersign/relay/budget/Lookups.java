package io.countersign.relay.budget;

import io.countersign.relay.egress.Attempt;
import io.countersign.relay.egress.Departure;
import io.countersign.relay.egress.Egress;
import io.countersign.wire.seal.WireRequest;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** The way out for look-ups of our own: they spend from the same budgets and stop at the same breaker. */
public final class Lookups implements Egress {

    private final Egress egress;
    private final Tariff tariff;
    private final Valve valve;

    public Lookups(Egress egress, Tariff tariff, Valve valve) {
        this.egress = egress;
        this.tariff = tariff;
        this.valve = valve;
    }

    @Override
    public CompletableFuture<Attempt> exchange(WireRequest wire, Duration opening, Supplier<Departure> lastWord) {
        String target = wire.target();
        int query = target.indexOf('?');
        String path = query < 0 ? target : target.substring(0, query);
        Charge charge = tariff.ofLookup(path);
        if (!valve.admitsLookup(path, charge)) {
            return CompletableFuture.completedFuture(new Attempt.NotSent("Binance's limits leave no room for it now"));
        }
        return egress.exchange(wire, opening, lastWord).whenComplete((attempt, failure) -> {
            if (attempt != null) {
                valve.cameLookup(path, charge, attempt);
            }
        });
    }
}
