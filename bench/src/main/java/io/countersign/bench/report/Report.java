package io.countersign.bench.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.countersign.bench.load.Sample;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** Everything that one run measured, as a table and as JSON with a flat map of ratios. */
public final class Report {

    private static final double MEDIAN = 50;
    private static final double MOST = 90;
    private static final double NEARLY_ALL = 99;
    private static final double ALL_BUT_ONE_IN_A_THOUSAND = 99.9;

    private final Instant at;
    private final Map<String, Object> settings;
    private final Map<String, Double> ratios = new TreeMap<>();
    private final List<Map<String, Object>> raw = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();

    public Report(Instant at, Map<String, Object> settings) {
        this.at = at;
        this.settings = Map.copyOf(settings);
    }

    /** Adds latencies at a rate: the ratios {@code <subject>_p50_<load>} and {@code <subject>_p99_<load>}. */
    public void latency(String subject, Comparison comparison) {
        keep(subject, comparison);
        ratio("%s_p50_%s".formatted(subject, comparison.load()), comparison, sample -> sample.millisAt(MEDIAN));
        ratio("%s_p99_%s".formatted(subject, comparison.load()), comparison, sample -> sample.millisAt(NEARLY_ALL));
    }

    /** Adds what passes at most: the ratio {@code <subject>_throughput}. */
    public void throughput(String subject, Comparison comparison) {
        keep(subject, comparison);
        ratio(subject + "_throughput", comparison, Sample::perSecond);
    }

    /** Adds rates of the system beside its floor, slice by slice: the ratio {@code name}. */
    public void rates(String name, Rates rates) {
        raw.addAll(rates.rows());
        ratios.put(name, rounded(rates.ratio()));
        lines.addAll(rates.lines(name));
    }

    /** Adds a row that stands beside no floor; {@code figures} are in the order of printing. */
    public void figures(String what, String load, Map<String, ?> figures) {
        raw.add(Rates.row(what, load, figures));
        lines.add("%-17s %-14s %s"
                .formatted(
                        what,
                        load,
                        figures.entrySet().stream()
                                .map(each -> each.getKey() + " " + each.getValue())
                                .collect(Collectors.joining(", "))));
    }

    /** Whether every request of the system and of the floor was answered as it should be. */
    public boolean isClean() {
        return raw.stream().allMatch(each -> Long.valueOf(0).equals(each.get("failures")));
    }

    public Map<String, Double> ratios() {
        return Map.copyOf(ratios);
    }

    /** Prints the table, in milliseconds. */
    public void print(PrintWriter out) {
        out.println("%-17s %-10s %-7s %9s %9s %9s %9s %10s %9s"
                .formatted("what", "load", "", "p50 ms", "p90 ms", "p99 ms", "p99.9 ms", "per second", "failures"));
        lines.forEach(out::println);
    }

    /** Writes the JSON to {@code file}. */
    public void write(Path file) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("at", at.toString());
        all.put("machine", Machine.describe());
        all.put("versions", Machine.versions());
        all.put("engine", EngineDefaults.describe());
        all.put("settings", settings);
        all.put("ratios", ratios);
        all.put("raw", raw);
        try {
            Files.writeString(
                    file,
                    new ObjectMapper()
                                    .enable(SerializationFeature.INDENT_OUTPUT)
                                    .writeValueAsString(all)
                            + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    private void ratio(String name, Comparison comparison, ToDoubleFunction<Sample> figure) {
        double ratio = comparison.ratio(figure);
        if (!Double.isFinite(ratio) || ratio <= 0) {
            lines.add("  %-30s not measured: nothing got through".formatted(name));
            return;
        }
        Comparison.Spread spread = comparison.spread(figure);
        ratios.put(name, rounded(ratio));
        lines.add("  %-30s %.2f x its %s (slices %.2f to %.2f)"
                .formatted(name, ratio, comparison.beside(), spread.low(), spread.high()));
    }

    private void keep(String subject, Comparison comparison) {
        keep(subject, comparison.load(), "system", comparison.system());
        keep(subject, comparison.load(), comparison.beside(), comparison.floor());
    }

    private void keep(String subject, String load, String side, List<Sample> slices) {
        Sample whole = Comparison.whole(slices);
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("what", subject);
        figures.put("load", load);
        figures.put("side", side);
        figures.put("requests", whole.latencies().getTotalCount());
        figures.put("failures", whole.failures());
        figures.put("perSecond", rounded(whole.perSecond()));
        figures.put("p50Millis", rounded(whole.millisAt(MEDIAN)));
        figures.put("p90Millis", rounded(whole.millisAt(MOST)));
        figures.put("p99Millis", rounded(whole.millisAt(NEARLY_ALL)));
        figures.put("p999Millis", rounded(whole.millisAt(ALL_BUT_ONE_IN_A_THOUSAND)));
        figures.put(
                "slicesP50Millis",
                slices.stream().map(each -> rounded(each.millisAt(MEDIAN))).toList());
        figures.put(
                "slicesP99Millis",
                slices.stream().map(each -> rounded(each.millisAt(NEARLY_ALL))).toList());
        figures.put(
                "slicesPerSecond",
                slices.stream().map(each -> rounded(each.perSecond())).toList());
        raw.add(figures);
        lines.add("%-17s %-10s %-7s %9.2f %9.2f %9.2f %9.2f %10.0f %9d"
                .formatted(
                        subject,
                        load,
                        side,
                        whole.millisAt(MEDIAN),
                        whole.millisAt(MOST),
                        whole.millisAt(NEARLY_ALL),
                        whole.millisAt(ALL_BUT_ONE_IN_A_THOUSAND),
                        whole.perSecond(),
                        whole.failures()));
    }

    private static double rounded(double value) {
        double thousandths = 1e3;
        return Math.round(value * thousandths) / thousandths;
    }
}
