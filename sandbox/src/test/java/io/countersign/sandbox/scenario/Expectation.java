package io.countersign.sandbox.scenario;

import static org.assertj.core.api.Assertions.assertThat;

/** What a scenario says comes of it, beside what did. */
final class Expectation {

    private Expectation() {}

    static void meets(Scenario scenario, Seen seen) {
        scenario.then().rules().forEach((rule, expected) -> assertThat(seen.of(rule))
                .as("%s of %s", rule, seen.findings())
                .isEqualTo(expected));
        assertThat(seen.status().name())
                .as("by %s", seen.findings())
                .isEqualTo(scenario.then().status());
        if (scenario.then().asks() != null) {
            assertThat(seen.asks())
                    .as("asks for a confirmation")
                    .isEqualTo(scenario.then().asks());
        }
    }
}
