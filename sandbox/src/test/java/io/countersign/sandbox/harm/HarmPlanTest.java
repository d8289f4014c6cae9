package io.countersign.sandbox.harm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.sandbox.settings.SandboxException;
import java.util.List;
import org.junit.jupiter.api.Test;

class HarmPlanTest {
    @Test
    void theSameSeedGivesTheSameOrderAndAnotherOneAnother() {
        assertThat(words(HarmPlan.of(7, List.of()))).isEqualTo(words(HarmPlan.of(7, List.of())));
        assertThat(words(HarmPlan.of(7, List.of()))).isNotEqualTo(words(HarmPlan.of(8, List.of())));
    }

    @Test
    void everyHarmComesOnceBeforeThePairs() {
        List<HarmStep> steps = HarmPlan.of(7, List.of()).steps();
        int single = HarmPlan.names().size();

        assertThat(steps.subList(0, single))
                .allSatisfy(step -> assertThat(step.harms()).hasSize(1));
        assertThat(steps.subList(0, single).stream().map(HarmStep::name))
                .containsExactlyInAnyOrderElementsOf(HarmPlan.names());
        assertThat(steps.subList(single, steps.size()))
                .allSatisfy(step -> assertThat(step.harms()).hasSize(2))
                .allSatisfy(step ->
                        assertThat(step.harms().stream().map(Harm::target)).doesNotHaveDuplicates());
    }

    @Test
    void everyProcessIsKilledFrozenAndRestarted() {
        for (String target : List.of("gateway", "engine", "relay", "registry", "broker")) {
            assertThat(HarmPlan.names()).contains("kill-" + target, "pause-" + target, "restart-" + target);
        }
        assertThat(HarmPlan.names())
                .contains(
                        "slow",
                        "fail-before",
                        "fail-after",
                        "reset-before",
                        "reset-after",
                        "drift",
                        "rate-limit",
                        "ban",
                        "fence-relay");
    }

    @Test
    void stepsAreAskedForByName() {
        assertThat(HarmPlan.of(1, List.of("kill-engine+slow", "ban")).steps().stream()
                        .map(HarmStep::name))
                .containsExactly("kill-engine+slow", "ban");
        assertThatThrownBy(() -> HarmPlan.of(1, List.of("kill-everything")))
                .isInstanceOf(SandboxException.class)
                .hasMessageContaining("kill-engine");
    }

    private static List<String> words(HarmPlan plan) {
        return plan.steps().stream().map(step -> step.name() + step.what()).toList();
    }
}
