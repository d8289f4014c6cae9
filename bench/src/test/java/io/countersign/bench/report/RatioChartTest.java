package io.countersign.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The picture of a run's ratios. */
class RatioChartTest {

    @Test
    void everyRatioThatWasWrittenHasItsBarAndItsName(@TempDir Path directory) throws Exception {
        Report report = new Report(Instant.EPOCH, Map.of());
        report.rates("engine_per_core", new Rates("engine", "1", "a second", List.of(1.0), List.of(4.0)));
        report.rates("replay_per_core", new Rates("replay", "1", "a second", List.of(9.0), List.of(3.0)));
        Path figures = directory.resolve("figures.json");
        Path picture = directory.resolve("figures.svg");
        report.write(figures);

        RatioChart.draw(figures, picture);

        Document svg = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(picture.toFile());
        assertThat(svg.getElementsByTagName("rect").getLength()).isEqualTo(1 + 2);
        assertThat(Files.readString(picture)).contains("engine_per_core", "0.25", "replay_per_core", "3.00");
    }

    @Test
    void aRatioBelowTheFloorEndsWhereOneAboveItBegins() throws Exception {
        double[] below = bar(RatioChart.svg(Map.of("a", 0.1), "now"));
        double[] above = bar(RatioChart.svg(Map.of("a", 10.0), "now"));

        assertThat(below[0] + below[1]).isEqualTo(above[0]);
        assertThat(below[1]).isEqualTo(above[1]);
    }

    @Test
    void onlyWhatHasAGoalShowsOne() {
        assertThat(RatioChart.goal("end_to_end_p99_500rps")).hasValue(1.25);
        assertThat(RatioChart.goal("end_to_end_answer_p99_500rps")).isEmpty();
        assertThat(RatioChart.goal("end_to_end_per_core")).isEmpty();
        assertThat(RatioChart.goal("engine_per_core")).hasValue(0.7);
        assertThat(RatioChart.goal("replay_per_core")).hasValue(0.5);
        assertThat(RatioChart.goal("intake_throughput")).isEmpty();
    }

    /** Where the only bar begins and how long it is. */
    private static double[] bar(String svg) throws Exception {
        NodeList all = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)))
                .getElementsByTagName("rect");
        Element bar = (Element) all.item(1);
        return new double[] {Double.parseDouble(bar.getAttribute("x")), Double.parseDouble(bar.getAttribute("width"))};
    }
}
