package io.countersign.relay.intake;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** How many requests are sent and not yet told, and at most may be. */
public final class InFlight {

    private final int limit;
    private final Semaphore free;

    public InFlight(int limit) {
        this.limit = limit;
        this.free = new Semaphore(limit);
    }

    public int count() {
        return limit - free.availablePermits();
    }

    boolean hasRoomFor(int more) {
        return free.availablePermits() >= more;
    }

    void enter() {
        free.acquireUninterruptibly();
    }

    void leave() {
        free.release();
    }

    /** Waits until nothing is in flight; false when {@code timeout} was not enough. */
    public boolean awaitNone(Duration timeout) {
        try {
            boolean none = free.tryAcquire(limit, timeout.toMillis(), TimeUnit.MILLISECONDS);
            if (none) {
                free.release(limit);
            }
            return none;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
