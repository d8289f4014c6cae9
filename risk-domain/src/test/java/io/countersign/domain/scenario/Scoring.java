package io.countersign.domain.scenario;

import io.countersign.domain.account.SpendWindow;
import io.countersign.domain.money.Amount;
import io.countersign.domain.money.Asset;
import io.countersign.domain.policy.AnomalyThresholds;
import io.countersign.domain.policy.LookUpRules;
import io.countersign.domain.policy.Memory;
import io.countersign.domain.policy.Policy;
import io.countersign.domain.policy.RuleBook;
import io.countersign.domain.policy.StepUp;
import io.countersign.domain.rule.ConnectionBoundRule;
import io.countersign.domain.rule.PriceFreshRule;
import io.countersign.domain.rule.Rule;
import io.countersign.domain.rule.TransferUnderstoodRule;
import io.countersign.domain.rule.anomaly.AmountAnomalyRule;
import io.countersign.domain.rule.anomaly.BurstAfterDormancyRule;
import io.countersign.domain.rule.anomaly.FanInRule;
import io.countersign.domain.rule.anomaly.FirstSeenDestinationRule;
import io.countersign.domain.rule.anomaly.LimitHuggingRule;
import io.countersign.domain.rule.anomaly.NewConnectionRule;
import io.countersign.domain.rule.anomaly.Ramp;
import io.countersign.domain.rule.anomaly.RapidTransfersRule;
import io.countersign.domain.rule.anomaly.UnusualHourRule;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The scoring rules as docs/reference/anomaly.md recommends them, between hard rules that stop nothing. */
final class Scoring {

    static final Asset USDT = new Asset("USDT");

    /** The thresholds that were chosen on the tuning seeds. */
    static final AnomalyThresholds THRESHOLDS = new AnomalyThresholds(50, 90);

    /** The weights that were chosen on the tuning seeds, in the order of {@link #rules}. */
    static final int[] WEIGHTS = {45, 15, 30, 45, 25, 40, 35, 35};

    private static final long WARM_UP = 8;

    private Scoring() {}

    /** The rules in the order of the reference, each with its weight. */
    static List<Rule> rules(int... weights) {
        return List.of(
                new AmountAnomalyRule(new Ramp(1, 4, weights[0]), USDT, WARM_UP),
                new UnusualHourRule(new Ramp(0.5, 0.1, weights[1]), WARM_UP),
                new RapidTransfersRule(new Ramp(1, 3, weights[2]), 2, WARM_UP),
                new FirstSeenDestinationRule(weights[3], Duration.ofDays(7), WARM_UP),
                new BurstAfterDormancyRule(new Ramp(30, 60, weights[4]), 4, Duration.ofDays(1)),
                new LimitHuggingRule(
                        new Ramp(1, 4, weights[5]),
                        List.of(Amount.of("1000", USDT), Amount.of("10000", USDT)),
                        new BigDecimal("0.1"),
                        new SpendWindow.Rolling(Duration.ofDays(1))),
                new NewConnectionRule(weights[6], Duration.ofDays(7)),
                new FanInRule(new Ramp(1, 4, weights[7])));
    }

    static Policy policy(AnomalyThresholds thresholds, List<Rule> scoring) {
        List<Rule> open = List.of(
                new ConnectionBoundRule(), new TransferUnderstoodRule(), new PriceFreshRule(USDT, Duration.ofDays(1)));
        RuleBook book =
                new RuleBook(Stream.concat(open.stream(), scoring.stream()).toList(), thresholds);
        Memory memory = new Memory(Duration.ofDays(8), Duration.ofHours(1));
        StepUp stepUp = new StepUp(Duration.ofMinutes(10), Duration.ofMinutes(10));
        return new Policy(1, USDT, memory, book, Map.of(), Map.of(), stepUp, LookUpRules.DEFAULT, null);
    }
}
