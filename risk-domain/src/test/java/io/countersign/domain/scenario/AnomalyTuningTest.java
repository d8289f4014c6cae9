package io.countersign.domain.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Chooses weights again, which nobody needs on most days: {@code -Dcountersign.tune=true}. */
@EnabledIfSystemProperty(named = "countersign.tune", matches = "true")
class AnomalyTuningTest {

    @Test
    void findsTheWeightsAgain() throws IOException {
        Path result = Path.of("target", "anomaly-tuning.txt");
        Files.createDirectories(result.getParent());
        Files.writeString(result, Tuning.search());

        assertThat(result).isNotEmptyFile();
    }
}
