package io.countersign.bench.workload;

import io.countersign.bench.load.ClosedLoop;
import io.countersign.bench.load.Sample;
import io.countersign.bench.load.Shot;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A stretch of as many requests as pass.
 *
 * @param cpu seconds of a core that each process of the side took for them
 */
public record ClosedSlice(Sample answers, Map<String, Double> cpu) {

    private static final double MILLIS = 1e3;

    /** Fires all of {@code shots}, {@code callers} at a time. */
    public static ClosedSlice run(List<? extends Shot> shots, int callers, Processes processes) {
        Map<String, Double> before = processes.cpuSeconds();
        Sample answers = ClosedLoop.run(shots, callers);
        return new ClosedSlice(answers, processes.cpuSecondsSince(before));
    }

    /** Requests a second of one core. */
    public double perCoreSecond() {
        double seconds = cpu.values().stream().mapToDouble(Double::doubleValue).sum();
        return answers.latencies().getTotalCount() / seconds;
    }

    /** CPU milliseconds that each process took for a request, over all of {@code slices}. */
    public static Map<String, String> millisEach(List<ClosedSlice> slices) {
        Map<String, Double> seconds = new LinkedHashMap<>();
        long requests = 0;
        for (ClosedSlice slice : slices) {
            slice.cpu().forEach((name, used) -> seconds.merge(name, used, Double::sum));
            requests += slice.answers().latencies().getTotalCount();
        }
        double thousandths = requests / MILLIS;
        Map<String, String> each = new LinkedHashMap<>();
        seconds.forEach((name, used) -> each.put(name, "%.3f".formatted(used / thousandths)));
        return each;
    }
}
