package io.countersign.bench.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The parts of a request's way are all of it. */
class HopTest {

    private static final Flight FLIGHT = new Flight(1_000, 3_500, 9_500, 15_000, 16_500, 18_000);

    @Test
    void theMeansOfTheHopsAreTogetherTheTimeFromDueToAnswered() {
        Map<String, Double> figures = Hop.figures(List.of(FLIGHT, new Flight(0, 500, 1_500, 2_500, 3_500, 4_000)));

        double sum = figures.entrySet().stream()
                .filter(each -> each.getKey().endsWith("Mean"))
                .mapToDouble(Map.Entry::getValue)
                .sum();
        assertThat(sum).isCloseTo((17.0 + 4.0) / 2, within(0.05));
        assertThat(figures).containsEntry("decisionMean", 3.5).containsEntry("arrivalP99", 5.5);
    }

    @Test
    void oneSlowRequestInAThousandIsNotTheP99() {
        List<Flight> flights = IntStream.range(0, 1_000)
                .mapToObj(i -> i == 0 ? new Flight(0, 900_000, 900_000, 900_000, 900_000, 900_000) : FLIGHT)
                .toList();

        assertThat(Hop.figures(flights)).containsEntry("requestP99", 2.5);
    }

    @Test
    void withoutAnyFlightEveryFigureIsThereAndNothing() {
        assertThat(Hop.figures(List.of()).values()).hasSize(10).containsOnly(0.0);
    }
}
