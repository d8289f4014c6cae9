package io.countersign.sandbox.harm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class StepResultTest {
    @Test
    void aStepThatCouldNotBeginHasFailedAndSaysWhy() {
        HarmStep step = HarmPlan.of(1, List.of("drift")).steps().getFirst();

        StepResult result = StepResult.notPlayed(step, "the gateway answers 202", Duration.ofSeconds(9));

        assertThat(result.isPassed()).isFalse();
        assertThat(result.step()).isEqualTo("drift");
        assertThat(result.problems()).containsExactly("did not come back: the gateway answers 202");
        assertThat(result.seconds()).isEqualTo(9);
    }
}
