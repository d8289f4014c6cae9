package io.countersign.domain.testing;

import io.countersign.domain.finding.Finding;
import io.countersign.domain.finding.RuleId;
import io.countersign.domain.money.Amount;
import io.countersign.domain.rule.Rule;
import io.countersign.domain.rule.RuleInput;
import io.countersign.domain.rule.Worth;

/** Gives points to a transfer that is worth as much as {@code from}: a suspicion that a test can reckon with. */
record DoubtRule(RuleId id, Amount from, int points) implements Rule {

    @Override
    public Finding evaluate(RuleInput input) {
        Amount worth = Worth.inQuote(input.request(), from.asset());
        if (worth == null) {
            return Finding.notApplicable(id);
        }
        int score = from.exceeds(worth) ? 0 : points;
        return Finding.scored(id, score, worth.toString(), from.toString(), "so much is unusual");
    }
}
