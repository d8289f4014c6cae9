package io.countersign.wire.policy;

import io.countersign.domain.account.SpendWindow;
import io.countersign.domain.money.Amount;
import io.countersign.domain.money.Asset;
import io.countersign.domain.policy.AnomalyThresholds;
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
import io.countersign.wire.policy.AnomalyDocument.Rules;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rules of what is unusual, with defaults for what the document does not say. */
final class AnomalyRules {

    /** As docs/reference/anomaly.md recommends them. */
    private static final AnomalyDocument DEFAULTS = new AnomalyDocument(
            null,
            null,
            8,
            new Rules(
                    new AnomalyDocument.Rising(45, number("1"), number("4")),
                    new AnomalyDocument.Rapid(30, number("1"), number("3"), 2),
                    new AnomalyDocument.Falling(15, number("0.5"), number("0.1")),
                    new AnomalyDocument.Dormancy(25, number("30"), number("60"), number("4"), Duration.ofDays(1)),
                    new AnomalyDocument.FirstSeen(45, Duration.ofDays(7)),
                    new AnomalyDocument.NewConnection(35, Duration.ofDays(7)),
                    new AnomalyDocument.Rising(35, number("1"), number("4")),
                    new AnomalyDocument.Hugging(
                            40, number("1"), number("4"), number("0.1"), Duration.ofDays(1), List.of())));

    private AnomalyRules() {}

    /** With every field filled. */
    static AnomalyDocument filled(AnomalyDocument anomalies) {
        return Overlay.over(AnomalyDocument.class, DEFAULTS, anomalies);
    }

    /** Null when scores are recorded only. */
    static @Nullable AnomalyThresholds thresholds(AnomalyDocument anomalies) {
        Integer stepUp = anomalies.stepUp();
        Integer reject = anomalies.reject();
        if (stepUp == null && reject == null) {
            return null;
        }
        if (stepUp == null || reject == null) {
            throw new IllegalArgumentException(
                    "stepUp and reject go together: give both, or neither to have scores recorded only");
        }
        return new AnomalyThresholds(stepUp, reject);
    }

    /** The eight rules of {@code anomalies}, every field of which is filled. */
    static List<Rule> of(AnomalyDocument anomalies, Amount perTransaction) {
        Rules rules = set(anomalies.rules());
        long known = set(anomalies.warmUp());
        Asset quote = perTransaction.asset();
        AnomalyDocument.Rapid rapid = set(rules.rapidTransfers());
        AnomalyDocument.Falling hour = set(rules.unusualHour());
        AnomalyDocument.Dormancy dormancy = set(rules.burstAfterDormancy());
        AnomalyDocument.FirstSeen firstSeen = set(rules.firstSeenDestination());
        AnomalyDocument.NewConnection connection = set(rules.newConnection());
        return List.of(
                new AmountAnomalyRule(ramp(set(rules.amountAnomaly())), quote, known),
                new RapidTransfersRule(ramp(rapid.from(), rapid.to(), rapid.weight()), set(rapid.gaps()), known),
                new UnusualHourRule(ramp(hour.from(), hour.to(), hour.weight()), known),
                new BurstAfterDormancyRule(
                        ramp(dormancy.from(), dormancy.to(), dormancy.weight()),
                        set(dormancy.timesUsual()).doubleValue(),
                        set(dormancy.awake())),
                new FirstSeenDestinationRule(set(firstSeen.weight()), set(firstSeen.familiarAfter()), known),
                new NewConnectionRule(set(connection.weight()), set(connection.settledAfter())),
                new FanInRule(ramp(set(rules.fanIn()))),
                hugging(set(rules.limitHugging()), perTransaction));
    }

    private static Rule hugging(AnomalyDocument.Hugging hugging, Amount perTransaction) {
        List<Amount> caps = Stream.concat(
                        Stream.of(perTransaction),
                        set(hugging.caps()).stream().map(each -> new Amount(each, perTransaction.asset())))
                .distinct()
                .toList();
        return new LimitHuggingRule(
                ramp(hugging.from(), hugging.to(), hugging.weight()),
                caps,
                set(hugging.share()),
                new SpendWindow.Rolling(set(hugging.window())));
    }

    private static Ramp ramp(AnomalyDocument.Rising rising) {
        return ramp(rising.from(), rising.to(), rising.weight());
    }

    private static Ramp ramp(@Nullable BigDecimal from, @Nullable BigDecimal to, @Nullable Integer weight) {
        return new Ramp(set(from).doubleValue(), set(to).doubleValue(), set(weight));
    }

    private static <T> T set(@Nullable T value) {
        return Objects.requireNonNull(value, "the defaults fill every field");
    }

    private static BigDecimal number(String text) {
        return new BigDecimal(text);
    }
}
