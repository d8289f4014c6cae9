package io.countersign.bench.load;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.ConcurrentHistogram;

/** Callers that send again as soon as they are answered: finds how much passes at most. Its latencies say little. */
public final class ClosedLoop {

    private static final long LONGEST_MICROS = 60_000_000;
    private static final int DIGITS = 3;

    private final List<? extends Shot> shots;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicLong failures = new AtomicLong();
    private final ConcurrentHistogram latencies = new ConcurrentHistogram(LONGEST_MICROS, DIGITS);

    private ClosedLoop(List<? extends Shot> shots) {
        this.shots = shots;
    }

    /** Fires all of {@code shots}, {@code callers} at a time, and returns when each is answered. */
    public static Sample run(List<? extends Shot> shots, int callers) {
        ClosedLoop loop = new ClosedLoop(shots);
        long start = System.nanoTime();
        CompletableFuture<?>[] all = new CompletableFuture<?>[callers];
        for (int i = 0; i < callers; i++) {
            all[i] = loop.call();
        }
        CompletableFuture.allOf(all).join();
        return new Sample(loop.latencies, loop.failures.get(), OpenLoop.seconds(System.nanoTime() - start));
    }

    private CompletableFuture<?> call() {
        int mine = next.getAndIncrement();
        if (mine >= shots.size()) {
            return CompletableFuture.completedFuture(null);
        }
        return OpenLoop.fire(shots.get(mine), System.nanoTime(), latencies, failures)
                .thenComposeAsync(answered -> call());
    }
}
