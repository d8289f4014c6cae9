package io.countersign.gateway.intake;

import io.countersign.gateway.config.GatewayConfig;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** How much is under way: a bound in requests and in octets, so that a flood is answered and not stored. */
final class InFlight {

    private final GatewayConfig.Limits limits;
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicLong octets = new AtomicLong();

    InFlight(GatewayConfig.Limits limits) {
        this.limits = limits;
    }

    /** Takes room for one request of {@code size} octets; every true is followed by one {@link #leave}. */
    boolean enter(long size) {
        boolean fits = requests.incrementAndGet() <= limits.requests();
        fits &= octets.addAndGet(size) <= limits.octets();
        if (!fits) {
            leave(size);
        }
        return fits;
    }

    void leave(long size) {
        requests.decrementAndGet();
        octets.addAndGet(-size);
    }
}
