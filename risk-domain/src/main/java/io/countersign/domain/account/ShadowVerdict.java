package io.countersign.domain.account;

import io.countersign.domain.finding.DecisionStatus;
import io.countersign.domain.finding.Finding;
import java.util.List;

/** What the policy in shadow would have decided. It has no effect. */
public record ShadowVerdict(long policyVersion, DecisionStatus status, List<Finding> findings) {

    public ShadowVerdict {
        findings = List.copyOf(findings);
    }
}
