package io.countersign.sandbox.e2e;

import io.countersign.sandbox.demo.wire.HttpMessage;
import io.countersign.sandbox.demo.world.DemoAccount;
import io.countersign.sandbox.demo.world.DemoWorld;
import io.countersign.sandbox.demo.world.HandSigned;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Signed reads at an even pace, whatever becomes of them; keeps the answers and how long they took. */
final class ReadLoad implements AutoCloseable {
    private static final long SECOND_MICROS = TimeUnit.SECONDS.toMicros(1);

    private final DemoWorld world;
    private final boolean later;
    private final AtomicInteger offered = new AtomicInteger();
    private final Map<Integer, AtomicInteger> answers = new ConcurrentSkipListMap<>();
    private final Queue<Long> millis = new ConcurrentLinkedQueue<>();
    private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(1);
    private final ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor();

    /** With {@code later} nobody waits for Binance's answer. */
    ReadLoad(DemoWorld world, boolean later) {
        this.world = world;
        this.later = later;
    }

    /** Lets {@code account} read {@code path} so many times a second. */
    void start(DemoAccount account, String path, double perSecond) {
        long everyMicros = Math.round(SECOND_MICROS / perSecond);
        ScheduledFuture<?> unused = clock.scheduleAtFixedRate(
                () -> senders.execute(() -> send(account, path)), 0, everyMicros, TimeUnit.MICROSECONDS);
    }

    void sendOnce(DemoAccount account, String path) {
        senders.execute(() -> send(account, path));
    }

    /** Returns when every request has its answer. */
    @Override
    public void close() {
        clock.close();
        senders.close();
    }

    int offered() {
        return offered.get();
    }

    /** How many answers there were of each status; 0 stands for none. */
    Map<Integer, Integer> answers() {
        Map<Integer, Integer> counts = new TreeMap<>();
        answers.forEach((status, count) -> counts.put(status, count.get()));
        return counts;
    }

    /** So many of a hundred answers took no longer. */
    Duration percentile(int percent) {
        List<Long> sorted = millis.stream().sorted().toList();
        return Duration.ofMillis(sorted.get((sorted.size() - 1) * percent / 100));
    }

    private void send(DemoAccount account, String path) {
        offered.incrementAndGet();
        long start = System.nanoTime();
        int status = 0;
        try {
            HttpMessage answer = world.sendAgain(HandSigned.reading(account, path, later));
            status = answer.status();
            millis.add(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
        } catch (UncheckedIOException unanswered) {
            // Counted as no answer.
        } finally {
            answers.computeIfAbsent(status, key -> new AtomicInteger()).incrementAndGet();
        }
    }
}
