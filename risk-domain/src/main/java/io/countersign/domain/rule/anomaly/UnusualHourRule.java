package io.countersign.domain.rule.anomaly;

import io.countersign.domain.behaviour.Baseline;
import io.countersign.domain.behaviour.Hours;
import io.countersign.domain.finding.Finding;
import io.countersign.domain.finding.RuleId;
import io.countersign.domain.rule.Rule;
import io.countersign.domain.rule.RuleInput;

/**
 * Doubts a transfer at an hour of the day (UTC) at which the account hardly ever sends.
 *
 * @param commonness as {@link Hours#commonness} tells it; points rise downwards
 * @param minTransfers how many must be known first
 */
public record UnusualHourRule(Ramp commonness, long minTransfers) implements Rule {

    static final RuleId ID = new RuleId("unusual-hour");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public Finding evaluate(RuleInput input) {
        if (Words.destinationOf(input.request()) == null) {
            return Finding.notApplicable(ID);
        }
        Baseline usual = input.account().activity().baseline();
        if (usual.transfers() < minTransfers) {
            return Words.tooEarly(ID, usual.transfers(), minTransfers);
        }
        double common = usual.hours().commonness(input.now());
        int points = commonness.points(common);
        return Finding.scored(
                ID,
                points,
                Words.number(common) + " times as common as any hour",
                commonness.text(),
                points == 0
                        ? "this hour is usual for the account"
                        : "the account hardly ever sends at this hour of the day");
    }
}
