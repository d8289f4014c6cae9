package io.countersign.domain.policy;

import io.countersign.domain.finding.Finding;
import io.countersign.domain.finding.RuleId;
import io.countersign.domain.finding.Verdict;
import java.util.List;

/**
 * From which sum of scores a request is doubted.
 *
 * @param stepUp points from which a person must confirm; more than zero
 * @param reject points from which nobody can; at least {@code stepUp}
 * @param text for a person: made once, as it is a part of every decision
 */
public record AnomalyThresholds(int stepUp, int reject, String text) {

    static final RuleId ID = new RuleId("anomaly-score");

    public AnomalyThresholds {
        if (stepUp < 1 || reject < stepUp) {
            throw new IllegalArgumentException("thresholds are more than zero, and reject is not below stepUp");
        }
    }

    public AnomalyThresholds(int stepUp, int reject) {
        this(stepUp, reject, "confirmation from " + stepUp + ", refusal from " + reject + " points");
    }

    Finding judge(List<Finding> findings) {
        int score = 0;
        for (Finding each : findings) {
            score += each.score();
        }
        return new Finding(ID, verdict(score), score + " points", text, sentence(score), 0);
    }

    private Verdict verdict(int score) {
        if (score >= reject) {
            return Verdict.REJECT;
        }
        return score >= stepUp ? Verdict.STEP_UP : Verdict.PASS;
    }

    private String sentence(int score) {
        return switch (verdict(score)) {
            case PASS -> "nothing unusual enough";
            case STEP_UP -> "this is unusual for the account: confirm it, then sign again";
            case REJECT -> "this is too unusual for the account";
        };
    }
}
