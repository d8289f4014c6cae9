package io.countersign.domain.rule.anomaly;

import io.countersign.domain.finding.Finding;
import io.countersign.domain.finding.RuleId;
import io.countersign.domain.rule.Rule;
import io.countersign.domain.rule.RuleInput;

/**
 * Doubts a destination that many other accounts sent to lately: where a mule collects.
 *
 * @param accounts how many others
 */
public record FanInRule(Ramp accounts) implements Rule {

    static final RuleId ID = new RuleId("fan-in");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public Finding evaluate(RuleInput input) {
        if (Words.destinationOf(input.request()) == null) {
            return Finding.notApplicable(ID);
        }
        int others = input.circumstances().destinationAccounts();
        int points = accounts.points(others);
        return Finding.scored(
                ID,
                points,
                others + " other accounts",
                accounts.text(),
                points == 0 ? "few others send there" : "many others sent there lately");
    }
}
