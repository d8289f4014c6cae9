package io.countersign.domain.rule.anomaly;

import io.countersign.domain.behaviour.Baseline;
import io.countersign.domain.behaviour.Estimate;
import io.countersign.domain.finding.Finding;
import io.countersign.domain.finding.RuleId;
import io.countersign.domain.money.Amount;
import io.countersign.domain.money.Asset;
import io.countersign.domain.rule.Rule;
import io.countersign.domain.rule.RuleInput;

/**
 * Doubts a transfer that is worth far more than the account's transfers usually are.
 *
 * @param deviations how many spreads above the mean, on the logarithmic scale of {@link Baseline#amounts()}
 * @param quote the currency that worth is counted in
 * @param minTransfers how many must be known first
 */
public record AmountAnomalyRule(Ramp deviations, Asset quote, long minTransfers) implements Rule {

    static final RuleId ID = new RuleId("amount-anomaly");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public Finding evaluate(RuleInput input) {
        if (Words.destinationOf(input.request()) == null) {
            return Finding.notApplicable(ID);
        }
        Amount worth = input.worthIn(quote);
        if (worth == null) {
            return Finding.scored(ID, 0, "unknown", "known worth", "the worth of the transfer is not known");
        }
        Estimate usual = input.account().activity().baseline().amounts(quote);
        if (usual.count() < minTransfers) {
            return Words.tooEarly(ID, usual.count(), minTransfers);
        }
        double above = usual.deviations(Baseline.size(worth));
        int points = deviations.points(above);
        return Finding.scored(
                ID,
                points,
                Words.number(above) + " deviations above the usual",
                deviations.text(),
                points == 0
                        ? "such amounts are usual for the account"
                        : "%s is far more than the account usually sends".formatted(worth));
    }
}
