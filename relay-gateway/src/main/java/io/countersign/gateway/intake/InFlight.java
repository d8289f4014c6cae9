package io.countersign.gateway.intake;

import io.countersign.gateway.config.GatewayConfig;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** How much is under way: a bound in requests and in octets, so that a flood is answered and not stored. */
public final class InFlight {

    private final int mostRequests;
    private final long mostOctets;
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicLong octets = new AtomicLong();

    InFlight(int mostRequests, long mostOctets) {
        this.mostRequests = mostRequests;
        this.mostOctets = mostOctets;
    }

    /** For the mirrored API. */
    static InFlight ofRequests(GatewayConfig.Limits limits) {
        return new InFlight(limits.requests(), limits.octets());
    }

    /** For the native API, which must not starve when signed requests wait for Binance, nor they when somebody asks a lot. */
    public static InFlight ofNativeCalls(GatewayConfig.Limits limits) {
        return new InFlight(limits.nativeCalls(), limits.nativeOctets());
    }

    /** Takes room for one request of {@code size} octets; every true is followed by one {@link #leave}. */
    public boolean enter(long size) {
        boolean fits = requests.incrementAndGet() <= mostRequests;
        fits &= octets.addAndGet(size) <= mostOctets;
        if (!fits) {
            leave(size);
        }
        return fits;
    }

    public void leave(long size) {
        octets.addAndGet(-size);
        if (requests.decrementAndGet() == 0) {
            signalNone();
        }
    }

    /** Whether nothing was under way before {@code patience} ended. */
    public synchronized boolean awaitNone(Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        try {
            for (long left = patience.toMillis(); requests.get() > 0 && left > 0; left = millisUntil(end)) {
                wait(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return requests.get() == 0;
    }

    private synchronized void signalNone() {
        notifyAll();
    }

    private static long millisUntil(long end) {
        return TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
    }
}
