package io.countersign.bench.whole;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.countersign.bench.peer.PostgresBinaries;
import io.countersign.bench.report.RatioChart;
import io.countersign.bench.report.Report;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That the quick bench produces every figure; what they are is not a test's business. */
class WholeBenchIT {

    private static final List<String> RATIOS = List.of(
            "end_to_end_answer_p50_500rps",
            "end_to_end_answer_p99_500rps",
            "end_to_end_p50_500rps",
            "end_to_end_p99_500rps",
            "end_to_end_per_core",
            "end_to_end_throughput",
            "engine_per_core",
            "engine_per_core_same_records",
            "engine_wall",
            "intake_p50_500rps",
            "intake_p99_500rps",
            "intake_throughput",
            "replay_per_core",
            "replay_per_core_envelopes");

    private static final List<String> PEER_RATIOS =
            List.of("peer_p50_100rps", "peer_p99_100rps", "peer_throughput", "peer_throughput_per_core");

    @Test
    void everyFigureAndEveryRatioIsProduced(@TempDir Path directory) throws Exception {
        Report report = new Report(Instant.now(), Plans.quick(1).described());
        List<Integer> ratiosAfterEach = new ArrayList<>();
        new WholeBench(Plans.quick(1), line -> {})
                .run(report, so -> ratiosAfterEach.add(so.ratios().size()));
        assertThat(ratiosAfterEach)
                .hasSize(4)
                .isSorted()
                .startsWith(0)
                .endsWith(report.ratios().size());
        Path file = directory.resolve("figures.json");
        report.write(file);

        JsonNode written = new ObjectMapper().readTree(file.toFile());
        assertThat(written.path("ratios").properties())
                .extracting(Map.Entry::getKey)
                .containsAll(RATIOS);
        if (PostgresBinaries.find()
                .isPresent()) { // without it the bench fails in CI, and leaves the peer out elsewhere
            assertThat(written.path("ratios").properties())
                    .extracting(Map.Entry::getKey)
                    .containsAll(PEER_RATIOS);
        }
        assertThat(written.path("ratios"))
                .allSatisfy(each -> assertThat(each.asDouble()).isPositive());
        assertThat(written.path("raw").findValuesAsText("of")).containsExactly("topics", "archiving", "archive");
        assertThat(written.path("raw").findValuesAsText("what"))
                .contains("core", "engine", "replay", "end_to_end_hops", "end_to_end", "intake");
        assertThat(written.path("machine").path("cores").asInt()).isPositive();
        assertThat(written.path("engine").path("commitInterval").asText()).startsWith("PT");

        Path picture = directory.resolve("figures.svg");
        RatioChart.draw(file, picture);
        assertThat(Files.readString(picture)).contains("end_to_end_p50_500rps");
    }
}
