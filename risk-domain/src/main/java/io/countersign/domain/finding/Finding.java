package io.countersign.domain.finding;

/**
 * What one rule saw.
 *
 * @param observed what was seen, in the unit of {@code bound}
 * @param bound what was allowed
 * @param sentence for a person, without secrets
 */
public record Finding(RuleId rule, Verdict verdict, String observed, String bound, String sentence) {

    /** Nothing to object to. */
    public static Finding pass(RuleId rule, String observed, String bound, String sentence) {
        return new Finding(rule, Verdict.PASS, observed, bound, sentence);
    }

    /** An objection that nothing outweighs. */
    public static Finding reject(RuleId rule, String observed, String bound, String sentence) {
        return new Finding(rule, Verdict.REJECT, observed, bound, sentence);
    }

    /** Nothing that this rule looks at is in the request. */
    public static Finding notApplicable(RuleId rule) {
        return pass(rule, "", "", "does not apply to this request");
    }
}
