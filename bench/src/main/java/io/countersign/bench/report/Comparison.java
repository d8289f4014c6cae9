package io.countersign.bench.report;

import io.countersign.bench.load.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The same load on the system and on what it is compared with, in slices that took turns.
 *
 * @param load what was asked, such as {@code 500rps}
 * @param beside what it is compared with: {@code floor} or {@code peer}
 * @param floor the slices of that
 */
public record Comparison(String load, String beside, List<Sample> system, List<Sample> floor) {

    public Comparison {
        system = List.copyOf(system);
        floor = List.copyOf(floor);
    }

    /** Beside the floor. */
    public Comparison(String load, List<Sample> system, List<Sample> floor) {
        this(load, "floor", system, floor);
    }

    /** The system over what it is compared with, all slices of each taken as one. */
    public double ratio(ToDoubleFunction<Sample> figure) {
        return figure.applyAsDouble(whole(system)) / figure.applyAsDouble(whole(floor));
    }

    /** The lowest and the highest ratio of one slice to the slice beside it. */
    public Spread spread(ToDoubleFunction<Sample> figure) {
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < system.size(); i++) {
            ratios.add(figure.applyAsDouble(system.get(i)) / figure.applyAsDouble(floor.get(i)));
        }
        ratios.sort(Double::compare);
        return new Spread(ratios.getFirst(), ratios.getLast());
    }

    /** All slices as one. */
    public static Sample whole(List<Sample> slices) {
        return slices.stream().reduce(Sample.none(), Sample::plus);
    }

    /** From the lowest to the highest. */
    public record Spread(double low, double high) {}
}
