package io.countersign.bench.workload;

import io.countersign.sandbox.settings.SandboxException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Waiting that gives up when nothing moves. */
public final class Waiting {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final long POLL_MILLIS = 20;

    private Waiting() {}

    /** A count that grows. */
    @FunctionalInterface
    public interface Count {
        long now() throws InterruptedException;
    }

    /** Returns when {@code count} is {@code wanted} or more; throws when it stands still for too long before. */
    public static void until(long wanted, String what, Count count) throws InterruptedException {
        long seen = -1;
        long since = System.nanoTime();
        for (long now = count.now(); now < wanted; now = count.now()) {
            if (now > seen) {
                seen = now;
                since = System.nanoTime();
            }
            if (System.nanoTime() - since > PATIENCE.toNanos()) {
                throw new SandboxException("%s: %d of %d, and no more for %s".formatted(what, now, wanted, PATIENCE));
            }
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        }
    }
}
