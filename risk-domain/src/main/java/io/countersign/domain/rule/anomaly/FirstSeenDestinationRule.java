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
 * @param fading how, from the first transfer there on
 * @param minTransfers how many must be known first
 */
public record FirstSeenDestinationRule(Ramp fading, long minTransfers) implements Rule {

    static final RuleId ID = new RuleId("first-seen-destination");

    /** Takes the points for one never seen, 0 or more, and how long after the first transfer there it is familiar, more than zero. */
    public FirstSeenDestinationRule(int weight, Duration familiarAfter, long minTransfers) {
        this(Ramp.fading(familiarAfter, weight), minTransfers);
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
                fading.text(),
                points == 0
                        ? "the account knows this destination, or often pays someone new"
                        : "the account's funds never went there, or only lately");
    }

    private int scaled(Duration known, double novelty) {
        return (int) StrictMath.floor(fading.points(known) * (1 - novelty));
    }
}
