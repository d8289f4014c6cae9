package io.countersign.bench.load;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.ConcurrentHistogram;

/**
 * Fires shots when they are due, whatever became of those before. A latency counts from when the request was due and not from when
 * it could be sent, so that a stall is felt by every request that it delays.
 */
public final class OpenLoop {

    private static final long LONGEST_MICROS = 60_000_000;
    private static final int DIGITS = 3;
    private static final int NANOS_PER_MICRO = 1_000;

    private OpenLoop() {}

    /** Is told when each shot is due, by its place in the list and in nanoseconds of {@link System#nanoTime}. */
    @FunctionalInterface
    public interface Schedule {

        void due(int shot, long nanos);
    }

    /** Fires all of {@code shots} and returns when each is answered. */
    public static Sample run(List<? extends Shot> shots, Arrivals arrivals) {
        return run(shots, arrivals, (shot, nanos) -> {});
    }

    /** The same, for whoever looks where the requests are meanwhile. */
    public static Sample run(List<? extends Shot> shots, Arrivals arrivals, Schedule schedule) {
        ConcurrentHistogram latencies = new ConcurrentHistogram(LONGEST_MICROS, DIGITS);
        AtomicLong failures = new AtomicLong();
        CompletableFuture<?>[] answers = new CompletableFuture<?>[shots.size()];
        long start = System.nanoTime();
        long due = start;
        for (int i = 0; i < answers.length; i++) {
            due += arrivals.nextGap();
            schedule.due(i, due);
            await(due);
            answers[i] = fire(shots.get(i), due, latencies, failures);
        }
        CompletableFuture.allOf(answers).join();
        return new Sample(latencies, failures.get(), seconds(System.nanoTime() - start));
    }

    static CompletableFuture<?> fire(Shot shot, long due, ConcurrentHistogram latencies, AtomicLong failures) {
        return shot.fire().handle((good, broken) -> {
            latencies.recordValue(Math.min(LONGEST_MICROS, (System.nanoTime() - due) / NANOS_PER_MICRO));
            if (broken != null || !good) {
                failures.incrementAndGet();
            }
            return null;
        });
    }

    static double seconds(long nanos) {
        return nanos / (double) Duration.ofSeconds(1).toNanos();
    }

    private static void await(long due) {
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
