package io.countersign.domain.rule.anomaly;

import io.countersign.domain.account.Connection;
import io.countersign.domain.finding.Finding;
import io.countersign.domain.finding.RuleId;
import io.countersign.domain.rule.Rule;
import io.countersign.domain.rule.RuleInput;
import java.time.Duration;

/**
 * Doubts a transfer by an API key that was bound lately: all points at first, less the older it is.
 *
 * @param weight points for one bound just now, 0 or more
 * @param settledAfter its binding, more than zero
 */
public record NewConnectionRule(int weight, Duration settledAfter) implements Rule {

    static final RuleId ID = new RuleId("new-connection");

    public NewConnectionRule {
        if (weight < 0 || !settledAfter.isPositive()) {
            throw new IllegalArgumentException("a weight is 0 or more points, and nothing is settled at once");
        }
    }

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public Finding evaluate(RuleInput input) {
        Connection connection =
                input.account().standing().connections().get(input.request().connection());
        if (Words.destinationOf(input.request()) == null || connection == null) {
            return Finding.notApplicable(ID);
        }
        Duration bound = Duration.between(connection.boundAt(), input.now());
        int points = Ramp.fading(settledAfter, weight).points(bound);
        return Finding.scored(
                ID,
                points,
                "bound for " + Words.days(bound),
                weight + " points less over " + Words.days(settledAfter),
                points == 0 ? "this API key is not new" : "this API key was bound only lately");
    }
}
