package io.countersign.domain.policy;

import io.countersign.domain.finding.Finding;
import io.countersign.domain.rule.Rule;
import io.countersign.domain.rule.RuleInput;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rules for some accounts.
 *
 * @param rules all of them run on every request, in this order
 * @param anomalies what the sum of the rules' scores means; null when scores are recorded only
 */
public record RuleBook(List<Rule> rules, @Nullable AnomalyThresholds anomalies) {

    static final RuleBook EMPTY = new RuleBook(List.of(), null);

    public RuleBook {
        rules = List.copyOf(rules);
    }

    List<Finding> evaluate(RuleInput input) {
        List<Finding> findings = new ArrayList<>(rules.size() + 1);
        for (Rule rule : rules) {
            findings.add(rule.evaluate(input));
        }
        if (anomalies != null) {
            findings.add(anomalies.judge(findings));
        }
        return List.copyOf(findings);
    }
}
