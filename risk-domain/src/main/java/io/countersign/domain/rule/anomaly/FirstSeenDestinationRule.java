package io.countersign.domain.rule.anomaly;

import io.countersign.domain.behaviour.Baseline;
import io.countersign.domain.finding.Finding;
import io.countersign.domain.finding.RuleId;
import io.countersign.domain.request.Destination;
import io.countersign.domain.rule.Rule;
import io.countersign.domain.rule.RuleInput;
import java.time.Duration;
import java.time.Instant;

/**
 * Doubts a destination that the account's funds first went to only lately, or never: all points at first, less the older it is. An
 * account that often pays someone new gets that much less.
 *
 * @param weight points for one never seen, 0 or more
 * @param familiarAfter the first transfer there, more than zero
 * @param minTransfers how many must be known first
 */
public record FirstSeenDestinationRule(int weight, Duration familiarAfter, long minTransfers) implements Rule {

    static final RuleId ID = new RuleId("first-seen-destination");

    public FirstSeenDestinationRule {
        if (weight < 0 || !familiarAfter.isPositive()) {
            throw new IllegalArgumentException("a weight is 0 or more points, and nothing is familiar at once");
        }
    }

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public Finding evaluate(RuleInput input) {
        Destination destination = Words.destinationOf(input.request());
        if (destination == null) {
            return Finding.notApplicable(ID);
        }
        Baseline usual = input.account().activity().baseline();
        if (usual.transfers() < minTransfers) {
            return Words.tooEarly(ID, usual.transfers(), minTransfers);
        }
        Instant firstAt = usual.destinations().get(destination);
        Duration known = firstAt == null ? Duration.ZERO : Duration.between(firstAt, input.now());
        int points = scaled(known, usual.novelty());
        return Finding.scored(
                ID,
                points,
                firstAt == null ? "never" : "for " + Words.days(known),
                weight + " points less over " + Words.days(familiarAfter),
                points == 0
                        ? "the account knows this destination, or often pays someone new"
                        : "the account's funds never went there, or only lately");
    }

    private int scaled(Duration known, double novelty) {
        return (int) StrictMath.floor(Ramp.fading(familiarAfter, weight).points(known) * (1 - novelty));
    }
}
