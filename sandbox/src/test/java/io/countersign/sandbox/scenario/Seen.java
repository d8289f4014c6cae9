package io.countersign.sandbox.scenario;

import io.countersign.domain.finding.DecisionStatus;
import io.countersign.domain.finding.Finding;
import java.util.List;

/** What came of the request. */
record Seen(DecisionStatus status, List<Finding> findings, boolean asks) {

    /** The verdict of a rule, or "points" where it gives any; "absent" when it did not judge. */
    String of(String rule) {
        return findings.stream()
                .filter(each -> each.rule().value().equals(rule))
                .map(each -> each.score() > 0 ? "points" : each.verdict().name())
                .findFirst()
                .orElse("absent");
    }
}
