package io.countersign.bench.endtoend;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One part of a request's way, in the order of the way; together they are all of it. */
enum Hop {
    /** Read, verified, sealed, and on the log. */
    REQUEST,
    /** Fetched, decided and appended, though nobody sees it before the commit. */
    DECISION,
    /** Committed, fetched, verified, claimed and sent. */
    ARRIVAL,
    /** Binance's answer, sealed and on the log. */
    OUTCOME,
    /** Fetched, opened and given to who waits. */
    ANSWER;

    private static final double NEARLY_ALL = 0.99;
    private static final double MICROS_PER_MILLI = 1e3;

    private long micros(Flight flight) {
        return switch (this) {
            case REQUEST -> flight.requested() - flight.due();
            case DECISION -> flight.decided() - flight.requested();
            case ARRIVAL -> flight.arrived() - flight.decided();
            case OUTCOME -> flight.told() - flight.arrived();
            case ANSWER -> flight.answered() - flight.told();
        };
    }

    /** Mean and p99 of each, in milliseconds. */
    static Map<String, Double> figures(List<Flight> flights) {
        Map<String, Double> figures = new LinkedHashMap<>();
        for (Hop hop : values()) {
            List<Double> millis = flights.stream()
                    .map(each -> hop.micros(each) / MICROS_PER_MILLI)
                    .sorted()
                    .toList();
            String name = hop.name().toLowerCase(Locale.ROOT);
            figures.put(
                    name + "Mean",
                    rounded(millis.stream()
                            .mapToDouble(Double::doubleValue)
                            .average()
                            .orElse(0)));
            figures.put(name + "P99", rounded(millis.isEmpty() ? 0 : millis.get((int) (millis.size() * NEARLY_ALL))));
        }
        return figures;
    }

    private static double rounded(double millis) {
        return Math.round(millis * 100) / 100.0;
    }
}
