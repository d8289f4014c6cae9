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
 * @param fading how
 */
public record NewConnectionRule(Ramp fading) implements Rule {

    static final RuleId ID = new RuleId("new-connection");

    /** Takes the points for one bound just now, 0 or more, and how long after its binding it is settled, more than zero. */
    public NewConnectionRule(int weight, Duration settledAfter) {
        this(Ramp.fading(settledAfter, weight));
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
        int points = fading.points(bound);
        return Finding.scored(
                ID,
                points,
                "bound for " + Words.days(bound),
                fading.text(),
                points == 0 ? "this API key is not new" : "this API key was bound only lately");
    }
}
