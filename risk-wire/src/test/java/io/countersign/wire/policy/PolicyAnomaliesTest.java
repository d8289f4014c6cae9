package io.countersign.wire.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.domain.account.SpendWindow;
import io.countersign.domain.policy.AnomalyThresholds;
import io.countersign.domain.policy.RuleBook;
import io.countersign.domain.rule.Rule;
import io.countersign.domain.rule.anomaly.AmountAnomalyRule;
import io.countersign.domain.rule.anomaly.BurstAfterDormancyRule;
import io.countersign.domain.rule.anomaly.FanInRule;
import io.countersign.domain.rule.anomaly.FirstSeenDestinationRule;
import io.countersign.domain.rule.anomaly.LimitHuggingRule;
import io.countersign.domain.rule.anomaly.NewConnectionRule;
import io.countersign.domain.rule.anomaly.Ramp;
import io.countersign.domain.rule.anomaly.RapidTransfersRule;
import io.countersign.domain.rule.anomaly.UnusualHourRule;
import io.countersign.domain.testing.Samples;
import io.countersign.wire.testing.Resources;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class PolicyAnomaliesTest {

    private static final String SAMPLE = Resources.text("/policy/sample.yaml");

    @Test
    void withoutAnomaliesNothingIsScored() {
        RuleBook base = PolicyYaml.parse(1, SAMPLE).base();

        assertThat(base.anomalies()).isNull();
        assertThat(base.rules()).extracting(each -> each.id().value()).doesNotContain("amount-anomaly", "fan-in");
    }

    @Test
    void theDefaultsAreThoseOfTheReference() {
        RuleBook base = PolicyYaml.parse(1, SAMPLE + "anomalies: {stepUp: 60, reject: 100}\n")
                .base();

        assertThat(base.anomalies()).isEqualTo(new AnomalyThresholds(60, 100));
        assertThat(scoring(base))
                .containsExactly(
                        new AmountAnomalyRule(new Ramp(1, 4, 45), Samples.USDT, 8),
                        new RapidTransfersRule(new Ramp(1, 3, 30), 2, 8),
                        new UnusualHourRule(new Ramp(0.5, 0.1, 15), 8),
                        new BurstAfterDormancyRule(new Ramp(30, 60, 25), 4, Duration.ofHours(24)),
                        new FirstSeenDestinationRule(45, Duration.ofDays(7), 8),
                        new NewConnectionRule(35, Duration.ofDays(7)),
                        new FanInRule(new Ramp(1, 4, 35)),
                        new LimitHuggingRule(
                                new Ramp(1, 4, 40),
                                List.of(Samples.usdt("100")),
                                new BigDecimal("0.1"),
                                new SpendWindow.Rolling(Duration.ofDays(1))));
    }

    @Test
    void everyNumberCanBeSaid() {
        RuleBook base = PolicyYaml.parse(1, Resources.text("/policy/full.yaml").replace("[fan-in]", "[]"))
                .base();

        assertThat(scoring(base))
                .containsExactly(
                        new AmountAnomalyRule(new Ramp(2.5, 5, 42), Samples.USDT, 11),
                        new RapidTransfersRule(new Ramp(1.5, 3, 31), 4, 11),
                        new UnusualHourRule(new Ramp(0.6, 0.2, 16), 11),
                        new BurstAfterDormancyRule(new Ramp(40, 100, 32), 5, Duration.ofHours(12)),
                        new FirstSeenDestinationRule(26, Duration.ofDays(8), 11),
                        new NewConnectionRule(27, Duration.ofDays(4)),
                        new FanInRule(new Ramp(4, 11, 33)),
                        new LimitHuggingRule(
                                new Ramp(2, 5, 43),
                                List.of(Samples.usdt("2000"), Samples.usdt("1000")),
                                new BigDecimal("0.04"),
                                new SpendWindow.Rolling(Duration.ofDays(40))));
    }

    @Test
    void withoutThresholdsScoresAreRecordedOnly() {
        RuleBook base = PolicyYaml.parse(1, SAMPLE + "anomalies: {}\n").base();

        assertThat(base.anomalies()).isNull();
        assertThat(scoring(base)).hasSize(8);
    }

    @Test
    void aDisabledRuleIsNotThere() {
        String yaml = SAMPLE + "anomalies: {}\ndisabled: [fan-in, limit-hugging]\n";

        assertThat(scoring(PolicyYaml.parse(1, yaml).base()))
                .hasSize(6)
                .noneMatch(each -> each instanceof FanInRule || each instanceof LimitHuggingRule);
    }

    @Test
    void aTiersCapIsTheOneThatIsHugged() {
        String yaml = SAMPLE + "anomalies: {}\ntiers: {gold: {limits: {perTransaction: 77}}}\n";

        assertThat(Objects.requireNonNull(PolicyYaml.parse(1, yaml).tiers().get("gold"))
                        .rules())
                .filteredOn(LimitHuggingRule.class::isInstance)
                .singleElement()
                .extracting(each -> ((LimitHuggingRule) each).caps())
                .isEqualTo(List.of(Samples.usdt("77")));
    }

    private static List<Rule> scoring(RuleBook book) {
        return book.rules().stream()
                .filter(each -> each.getClass().getPackageName().endsWith(".anomaly"))
                .toList();
    }
}
