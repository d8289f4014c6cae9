package io.countersign.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What makes a load open, and its latencies honest. */
class OpenLoopTest {

    private static final int RATE = 1_000;
    private static final long STALL_MILLIS = 200;

    @Test
    void aRequestIsSentWhenItIsDueThoughNoneBeforeItIsAnswered() {
        CompletableFuture<Boolean> last = new CompletableFuture<>();
        List<Shot> shots = List.of(() -> last, () -> last, () -> {
            last.complete(true);
            return last;
        });

        Sample sample = OpenLoop.run(shots, new Arrivals(RATE, 1));

        assertThat(sample.latencies().getTotalCount()).isEqualTo(3);
        assertThat(sample.failures()).isZero();
    }

    /** The first shot blocks whoever fires it; those that were due meanwhile must show it. */
    @Test
    void aStallIsFeltByEveryRequestThatItDelays() {
        List<Shot> shots = IntStream.range(0, 50)
                .<Shot>mapToObj(i -> i == 0 ? OpenLoopTest::stalled : () -> CompletableFuture.completedFuture(true))
                .toList();

        Sample sample = OpenLoop.run(shots, new Arrivals(RATE, 1));

        long waited = sample.latencies()
                .getCountBetweenValues(TimeUnit.MILLISECONDS.toMicros(STALL_MILLIS / 4), TimeUnit.MINUTES.toMicros(1));
        assertThat(waited).isGreaterThan(20);
    }

    @Test
    void everyShotIsDueAfterTheOneBeforeItAndNoneIsFiredBefore() {
        long[] due = new long[3];
        long[] fired = new long[3];
        List<Shot> shots = IntStream.range(0, 3)
                .<Shot>mapToObj(i -> () -> {
                    fired[i] = System.nanoTime();
                    return CompletableFuture.completedFuture(true);
                })
                .toList();

        OpenLoop.run(shots, new Arrivals(RATE, 1), (shot, nanos) -> due[shot] = nanos);

        assertThat(due[1]).isGreaterThan(due[0]);
        assertThat(due[2]).isGreaterThan(due[1]);
        assertThat(IntStream.range(0, 3)).allMatch(i -> fired[i] >= due[i]);
    }

    @Test
    void whatIsAnsweredWronglyOrNotAtAllIsCounted() {
        List<Shot> shots = List.of(
                () -> CompletableFuture.completedFuture(false),
                () -> CompletableFuture.failedFuture(new IllegalStateException("broken")),
                () -> CompletableFuture.completedFuture(true));

        assertThat(OpenLoop.run(shots, new Arrivals(RATE, 1)).failures()).isEqualTo(2);
        assertThat(ClosedLoop.run(shots, 2).failures()).isEqualTo(2);
        assertThat(ClosedLoop.run(shots, 2).latencies().getTotalCount()).isEqualTo(3);
    }

    private static CompletableFuture<Boolean> stalled() {
        long end = System.nanoTime() + Duration.ofMillis(STALL_MILLIS).toNanos();
        while (System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        return CompletableFuture.completedFuture(true);
    }
}
