package io.countersign.bench.core;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.countersign.bench.report.Report;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openjdk.jmh.annotations.Benchmark;

/** That the bench produces figures; what they are is not a test's business. */
class CoreBenchTest {

    @Test
    void everyStepIsMeasured(@TempDir Path directory) throws Exception {
        Report report = new Report(Instant.now(), Map.of());
        new CoreBench(0, 1, 20, ".*").run(report);
        Path file = directory.resolve("figures.json");
        report.write(file);

        JsonNode raw = new ObjectMapper().readTree(file.toFile()).path("raw");
        List<String> steps = Arrays.stream(Steps.class.getDeclaredMethods())
                .filter(each -> each.isAnnotationPresent(Benchmark.class))
                .map(Method::getName)
                .toList();
        assertThat(raw.findValuesAsText("load")).containsExactlyInAnyOrderElementsOf(steps);
        assertThat(raw)
                .allSatisfy(each -> assertThat(each.path("micros").asDouble()).isPositive());
    }
}
