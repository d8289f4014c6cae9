package io.countersign.bench.intake;

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
class IntakeBenchIT {

    @Test
    void everyFigureAndEveryRatioIsProduced(@TempDir Path directory) throws Exception {
        Report report = new Report(Instant.now(), Map.of("seed", 1));
        IntakePlan plan = new IntakePlan(10, List.of(50), 2, 1, 100, 100, 1);
        try (Sandbox sandbox = Sandbox.start(
                SandboxSettings.defaults().in(directory.resolve("sandbox")).on(Ports.free()))) {
            new IntakeBench(sandbox, plan, line -> {}).run("benchtst", report);
        }
        Path file = directory.resolve("figures.json");
        report.write(file);

        JsonNode written = new ObjectMapper().readTree(file.toFile());
        assertThat(report.isClean()).isTrue();
        assertThat(written.path("ratios").properties())
                .extracting(Map.Entry::getKey)
                .containsExactly("intake_p50_50rps", "intake_p99_50rps", "intake_throughput");
        assertThat(written.path("raw")).hasSize(4).allSatisfy(each -> {
            assertThat(each.path("requests").asInt())
                    .isEqualTo(each.path("load").asText().equals("50rps") ? 100 : 200);
            assertThat(each.path("p99Millis").asDouble()).isPositive();
        });
        assertThat(written.path("machine").path("cores").asInt()).isPositive();
    }
}
