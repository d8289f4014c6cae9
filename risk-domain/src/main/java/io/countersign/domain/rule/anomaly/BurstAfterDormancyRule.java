package io.countersign.domain.rule.anomaly;

import io.countersign.domain.behaviour.Baseline;
import io.countersign.domain.behaviour.Estimate;
import io.countersign.domain.behaviour.Silence;
import io.countersign.domain.finding.Finding;
import io.countersign.domain.finding.RuleId;
import io.countersign.domain.rule.Rule;
import io.countersign.domain.rule.RuleInput;
import java.time.Duration;

/**
 * Doubts the first transfer after a long silence, and those that follow it.
 *
 * @param days of silence
 * @param timesUsual how many times the account's usual gap it must be too, so that who acts rarely is not dormant
 * @param awake how long after the first transfer those that follow it count
 */
public record BurstAfterDormancyRule(Ramp days, double timesUsual, Duration awake) implements Rule {

    static final RuleId ID = new RuleId("burst-after-dormancy");

    private static final double SECONDS_OF_A_DAY = 86_400;

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
        Silence silence = usual.silenceBefore(input.now());
        if (silence == null || !input.now().isBefore(silence.until().plus(awake))) {
            return Finding.scored(ID, 0, "none", days.text(), "no long silence came before");
        }
        int points =
                isUnusual(silence, usual.gaps()) ? days.points(silence.length().toSeconds() / SECONDS_OF_A_DAY) : 0;
        return Finding.scored(
                ID,
                points,
                "silent for " + Words.days(silence.length()),
                days.text(),
                points == 0 ? "such a pause is usual for the account" : "the account had been silent for long");
    }

    /** The silence itself may be learnt already, as one clipped gap. */
    private boolean isUnusual(Silence silence, Estimate gaps) {
        return gaps.count() == 0 || Baseline.size(silence.length()) >= gaps.mean() + StrictMath.log(timesUsual);
    }
}
