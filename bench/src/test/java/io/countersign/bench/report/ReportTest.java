package io.countersign.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.bench.load.Sample;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a report says of loads that went well and of others. */
class ReportTest {

    private final Report report = new Report(Instant.EPOCH, Map.of());

    @Test
    void latenciesBecomeTwoRatiosAtTheirLoad() {
        report.latency("way", new Comparison("5rps", List.of(sample(30, 0)), List.of(sample(10, 0))));

        assertThat(report.ratios()).containsEntry("way_p50_5rps", 3.0).containsEntry("way_p99_5rps", 3.0);
        assertThat(report.isClean()).isTrue();
    }

    @Test
    void whatNothingGotThroughHasNoRatioAndSaysSo() {
        report.latency("way", new Comparison("5rps", List.of(Sample.none()), List.of(sample(10, 0))));

        StringWriter table = new StringWriter();
        report.print(new PrintWriter(table, true));
        assertThat(report.ratios()).isEmpty();
        assertThat(table.toString()).contains("way_p50_5rps").contains("not measured");
    }

    @Test
    void oneFailureIsEnoughForAReportThatIsNotClean() {
        report.latency("way", new Comparison("5rps", List.of(sample(30, 1)), List.of(sample(10, 0))));

        assertThat(report.isClean()).isFalse();
    }

    private static Sample sample(long micros, long failures) {
        Sample none = Sample.none();
        none.latencies().recordValue(micros);
        return new Sample(none.latencies(), failures, 1);
    }
}
