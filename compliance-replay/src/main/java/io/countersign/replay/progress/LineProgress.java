package io.countersign.replay.progress;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/** A line every ten seconds; none for what takes less. */
final class LineProgress implements Progress {

    private static final long EVERY = Duration.ofSeconds(10).toNanos();

    private final String task;
    private final long total;
    private final PrintWriter err;
    private final long start = System.nanoTime();
    private final AtomicLong done = new AtomicLong();
    private final AtomicLong lastLine = new AtomicLong(start);

    LineProgress(String task, long total, PrintWriter err) {
        this.task = task;
        this.total = total;
        this.err = err;
    }

    @Override
    public void step(long offsets) {
        long now = done.addAndGet(offsets);
        long instant = System.nanoTime();
        long last = lastLine.get();
        if (instant - last >= EVERY && lastLine.compareAndSet(last, instant)) {
            err.println(line(task, now, total, Duration.ofNanos(instant - start)));
            err.flush();
        }
    }

    @Override
    public void close() {}

    /** For example: verify: 120,000 of 500,000, 24 %, 60,000 a second, 6 s left. */
    static String line(String task, long done, long total, Duration taken) {
        double rate = done / Math.max(taken.toNanos() / 1e9, 1e-9);
        long left = rate > 0 ? (long) Math.ceil((total - done) / rate) : 0;
        return String.format(
                Locale.ROOT,
                "%s: %,d of %,d, %d %%, %,.0f a second, %,d s left",
                task,
                done,
                total,
                total == 0 ? 100 : done * 100 / total,
                rate,
                Math.max(left, 0));
    }
}
