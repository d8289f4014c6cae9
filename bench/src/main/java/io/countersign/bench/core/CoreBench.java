package io.countersign.bench.core;

import io.countersign.bench.report.Report;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Every step by itself, by JMH with its GC profiler.
 *
 * @param forks processes that each step is measured in; 0 for this one, which proves little
 * @param iterations of {@code millis} each that are measured in a fork, after as many to warm up
 * @param steps a regular expression of their names
 */
public record CoreBench(int forks, int iterations, long millis, String steps) {

    private static final String ALLOCATED = "gc.alloc.rate.norm";

    /** What a figure is quoted from: some seven minutes. */
    public static CoreBench thorough() {
        return new CoreBench(2, 5, 1_000, ".*");
    }

    /** Whether the bench itself works; its figures mean little. */
    public static CoreBench quick() {
        return new CoreBench(0, 1, 100, ".*");
    }

    /** The same for some steps alone. */
    public CoreBench only(String wanted) {
        return new CoreBench(forks, iterations, millis, wanted);
    }

    /** Measures every step. */
    public void run(Report report) {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include(Steps.class.getName() + "\\.(" + steps + ")$")
                .forks(forks)
                .warmupIterations(iterations)
                .warmupTime(TimeValue.milliseconds(millis))
                .measurementIterations(iterations)
                .measurementTime(TimeValue.milliseconds(millis))
                .addProfiler(GCProfiler.class)
                .verbosity(VerboseMode.SILENT)
                // As the services are run.
                .jvmArgsAppend("-XX:+UseSerialGC", "-Xmx512m");
        try {
            Collection<RunResult> results = new Runner(options.build()).run();
            results.forEach(each -> tell(report, each));
        } catch (RunnerException e) {
            throw new IllegalStateException("JMH does not run", e);
        }
    }

    private static void tell(Report report, RunResult result) {
        Result<?> time = result.getPrimaryResult();
        Result<?> allocated = result.getSecondaryResults().get(ALLOCATED);
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("micros", rounded(time.getScore()));
        figures.put("plusMinus", rounded(time.getScoreError()));
        figures.put("octetsAllocated", allocated == null ? 0 : Math.round(allocated.getScore()));
        report.figures("core", time.getLabel(), figures);
    }

    /** JMH gives no error for a single iteration. */
    private static double rounded(double value) {
        return Double.isNaN(value) ? 0 : Math.round(value * 100) / 100.0;
    }
}
