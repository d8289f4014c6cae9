package io.countersign.bench.peer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.countersign.bench.report.Report;
import io.countersign.sandbox.Sandbox;
import io.countersign.sandbox.settings.Ports;
import io.countersign.sandbox.settings.SandboxSettings;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That the bench produces figures; what they are is not a test's business. */
class PeerBenchIT {

    @Test
    void everyFigureAndEveryRatioIsProduced(@TempDir Path directory) throws Exception {
        PostgresBinaries binaries = PostgresForTests.binaries();
        Report report = new Report(Instant.now(), Map.of("seed", 1));
        PeerPlan plan = new PeerPlan(10, List.of(20), 2, 1, 40, 40, 1);
        SandboxSettings settings =
                SandboxSettings.defaults().in(directory.resolve("sandbox")).on(Ports.free());
        try (Sandbox sandbox = Sandbox.start(PeerBench.settings(settings))) {
            new PeerBench(sandbox, plan, line -> {}).run("peerbnch", binaries, report);
        }
        Path file = directory.resolve("figures.json");
        report.write(file);

        JsonNode written = new ObjectMapper().readTree(file.toFile());
        assertThat(report.isClean()).isTrue();
        assertThat(written.path("ratios").properties())
                .extracting(Map.Entry::getKey)
                .containsExactly(
                        "peer_answer_p50_20rps",
                        "peer_answer_p99_20rps",
                        "peer_p50_20rps",
                        "peer_p99_20rps",
                        "peer_throughput",
                        "peer_throughput_per_core");
        assertThat(written.path("raw"))
                .filteredOn(each -> each.path("load").asText().equals("20rps"))
                .hasSize(4)
                .allSatisfy(each -> {
                    assertThat(each.path("requests").asInt()).isEqualTo(40);
                    assertThat(each.path("p99Millis").asDouble()).isPositive();
                });
    }
}
