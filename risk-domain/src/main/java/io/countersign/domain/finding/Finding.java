package io.countersign.domain.finding;

/**
 * What one rule saw.
 *
 * @param observed what was seen, in the unit of {@code bound}
 * @param bound what was allowed
 * @param sentence for a person, without secrets
 * @param score points of suspicion, 0 or more; 0 for a rule that gives none
 */
public record Finding(RuleId rule, Verdict verdict, String observed, String bound, String sentence, int score) {

    public Finding {
        if (score < 0) {
            throw new IllegalArgumentException("a score is 0 or more");
        }
    }

    /** Nothing to object to. */
    public static Finding pass(RuleId rule, String observed, String bound, String sentence) {
        return new Finding(rule, Verdict.PASS, observed, bound, sentence, 0);
    }

    /** An objection that nothing outweighs. */
    public static Finding reject(RuleId rule, String observed, String bound, String sentence) {
        return new Finding(rule, Verdict.REJECT, observed, bound, sentence, 0);
    }

    /** An objection that a person's confirmation outweighs. */
    public static Finding stepUp(RuleId rule, String observed, String bound, String sentence) {
        return new Finding(rule, Verdict.STEP_UP, observed, bound, sentence, 0);
    }

    /** Points of suspicion: no objection by itself, their sum may be one. */
    public static Finding scored(RuleId rule, int score, String observed, String bound, String sentence) {
        return new Finding(rule, Verdict.PASS, observed, bound, sentence, score);
    }

    /** Nothing that this rule looks at is in the request. */
    public static Finding notApplicable(RuleId rule) {
        return pass(rule, "", "", "does not apply to this request");
    }
}
