package io.countersign.gateway.gate;

import java.util.concurrent.atomic.AtomicLong;

/** Bounds the octets of requests that have not come whole yet, over all connections. */
final class Room {

    private static final long OCTETS = 64L * 1024 * 1024;

    private final AtomicLong taken = new AtomicLong();

    /** Whether {@code octets} more may be held; if so, {@link #give} them back. */
    boolean take(int octets) {
        if (taken.addAndGet(octets) <= OCTETS) {
            return true;
        }
        taken.addAndGet(-octets);
        return false;
    }

    void give(int octets) {
        taken.addAndGet(-octets);
    }
}
