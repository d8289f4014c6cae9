package io.countersign.gateway.view;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/** Lets threads wait for what a view will show. */
final class Changes {

    private final Lock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    /** Whether {@code sight} came true before {@code patience} ended; it is asked again after each change. */
    boolean await(BooleanSupplier sight, Duration patience) {
        long left = Math.max(0, patience.toNanos());
        lock.lock();
        try {
            while (!sight.getAsBoolean() && left > 0) {
                left = changed.awaitNanos(left);
            }
            return sight.getAsBoolean();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    void signal() {
        lock.lock();
        try {
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
