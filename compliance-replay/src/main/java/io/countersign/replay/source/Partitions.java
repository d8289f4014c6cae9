package io.countersign.replay.source;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** The same work for several partitions, as many at once as there are threads. */
public final class Partitions {

    private Partitions() {}

    /**
     * What {@code work} makes of each of {@code partitions}, in their order.
     *
     * @throws UnusableException when one of them could not be done
     */
    public static <R> List<R> each(List<Integer> partitions, int threads, IntFunction<R> work) {
        try (ExecutorService pool = Executors.newFixedThreadPool(Math.max(1, Math.min(threads, partitions.size())))) {
            List<Future<R>> running = partitions.stream()
                    .map(partition -> pool.submit(() -> work.apply(partition)))
                    .toList();
            List<R> results = new ArrayList<>();
            try {
                for (Future<R> each : running) {
                    results.add(each.get());
                }
            } catch (ExecutionException e) {
                running.forEach(each -> each.cancel(true));
                throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
            } catch (InterruptedException e) {
                running.forEach(each -> each.cancel(true));
                Thread.currentThread().interrupt();
                throw new UnusableException("interrupted", e);
            }
            return results;
        }
    }
}
