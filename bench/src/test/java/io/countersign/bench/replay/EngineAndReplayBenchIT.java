package io.countersign.bench.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.countersign.bench.engine.EngineBench;
import io.countersign.bench.engine.EnginePlan;
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

/** That both benches produce figures, one after the other in one sandbox; what they are is not a test's business. */
class EngineAndReplayBenchIT {

    @Test
    void everyFigureAndEveryRatioIsProduced(@TempDir Path directory) throws Exception {
        Report report = new Report(Instant.now(), Map.of("seed", 1));
        EnginePlan engine = new EnginePlan(100, 1, 500, 1, 1);
        ReplayPlan replay = new ReplayPlan(List.of(2_500L), 100, 1, 2);
        SandboxSettings base =
                SandboxSettings.defaults().in(directory.resolve("sandbox")).on(Ports.free());
        try (Sandbox sandbox = Sandbox.start(EngineBench.settings(base, engine))) {
            new EngineBench(sandbox, engine, line -> {}).run(report);
            new ReplayBench(sandbox, replay, line -> {}).run(report);
        }
        Path file = directory.resolve("figures.json");
        report.write(file);

        JsonNode written = new ObjectMapper().readTree(file.toFile());
        assertThat(written.path("ratios").properties())
                .extracting(Map.Entry::getKey)
                .containsExactly(
                        "engine_per_core",
                        "engine_per_core_same_records",
                        "engine_wall",
                        "replay_per_core",
                        "replay_per_core_envelopes");
        assertThat(written.path("ratios"))
                .allSatisfy(each -> assertThat(each.asDouble()).isPositive());
        assertThat(written.path("raw").findValuesAsText("of")).containsExactly("topics", "archiving", "archive");
        assertThat(written.path("raw").findValues("entriesPerSecond"))
                .allSatisfy(each -> assertThat(each.asLong()).isPositive());
    }
}
