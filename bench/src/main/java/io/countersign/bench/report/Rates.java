package io.countersign.bench.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What the system did and what it is compared with, in slices that took turns.
 *
 * @param what the subject, such as {@code engine}
 * @param load what was asked, such as {@code 250000}
 * @param unit of every rate, such as {@code decisions a second of one core}; more is better
 * @param beside what it is compared with: {@code floor} or {@code peer}
 * @param floor the rates of that
 */
public record Rates(String what, String load, String unit, String beside, List<Double> system, List<Double> floor) {

    /** Beside the floor. */
    public Rates(String what, String load, String unit, List<Double> system, List<Double> floor) {
        this(what, load, unit, "floor", system, floor);
    }

    public Rates {
        system = List.copyOf(system);
        floor = List.copyOf(floor);
        if (system.isEmpty() || system.size() != floor.size()) {
            throw new IllegalArgumentException("the system and its floor take turns");
        }
        if (!Stream.concat(system.stream(), floor.stream()).allMatch(rate -> rate > 0 && Double.isFinite(rate))) {
            throw new IllegalArgumentException("not measured: %s beside %s".formatted(system, floor));
        }
    }

    /** The system's median over its floor's. */
    double ratio() {
        return median(system) / median(floor);
    }

    List<Map<String, Object>> rows() {
        return List.of(row(what, load, figures("system", system)), row(what, load, figures(beside, floor)));
    }

    List<String> lines(String name) {
        List<Double> each = new ArrayList<>();
        for (int i = 0; i < system.size(); i++) {
            each.add(system.get(i) / floor.get(i));
        }
        each.sort(Double::compare);
        return List.of(
                line("system", system),
                line(beside, floor),
                "  %-30s %.2f x its %s (slices %.2f to %.2f)"
                        .formatted(name, ratio(), beside, each.getFirst(), each.getLast()));
    }

    /** A row of raw figures; nothing of it can fail. */
    static Map<String, Object> row(String what, String load, Map<String, ?> figures) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("what", what);
        row.put("load", load);
        row.put("failures", 0L);
        row.putAll(figures);
        return row;
    }

    private Map<String, Object> figures(String side, List<Double> rates) {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("side", side);
        figures.put("unit", unit);
        figures.put("rate", Math.round(median(rates)));
        figures.put("slices", rates.stream().map(Math::round).toList());
        return figures;
    }

    private String line(String side, List<Double> rates) {
        return "%-17s %-10s %-7s %,.0f %s".formatted(what, load, side, median(rates), unit);
    }

    private static double median(List<Double> rates) {
        List<Double> sorted = rates.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
