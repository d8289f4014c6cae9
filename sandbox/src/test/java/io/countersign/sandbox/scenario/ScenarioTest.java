package io.countersign.sandbox.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.domain.policy.Policy;
import io.countersign.wire.policy.PolicyYaml;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every scenario, decided by the domain. */
class ScenarioTest {

    @TestFactory
    Stream<DynamicNode> theDomainDecides() {
        return ScenarioFiles.all().stream()
                .map(file -> DynamicContainer.dynamicContainer(
                        file.rule(),
                        file.scenarios().stream()
                                .map(each -> DynamicTest.dynamicTest(
                                        each.name(), () -> Expectation.meets(each, DomainPlay.play(each))))));
    }

    @Test
    void everyRuleThatAPolicyCanHaveHasItsScenarios() {
        Policy everything = PolicyYaml.parse(1, ScenarioFiles.everything());
        Stream<String> ids =
                everything.base().rules().stream().map(each -> each.id().value());

        assertThat(ScenarioFiles.all())
                .extracting(ScenarioFiles.ScenarioFile::rule)
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(ids, Stream.of("anomaly-score")).toList());
    }

    /** Or a bound could move without a scenario that notices. */
    @Test
    void everyRuleIsSeenOnBothSidesOfItsBound() {
        for (ScenarioFiles.ScenarioFile file : ScenarioFiles.all()) {
            Set<String> seen = file.scenarios().stream()
                    .map(each -> each.then().rules().getOrDefault(file.rule(), "not told"))
                    .collect(Collectors.toSet());
            assertThat(seen)
                    .as(file.rule())
                    .doesNotContain("not told", "absent")
                    .contains("PASS")
                    .hasSizeGreaterThan(1);
        }
    }
}
