package io.countersign.domain.finding;

import java.util.List;

/** The engine's answer to a request. */
public enum DecisionStatus {
    APPROVED,
    REJECTED;

    /** The strictest finding wins; without any finding nothing is approved. */
    public static DecisionStatus of(List<Finding> findings) {
        Verdict strictest =
                findings.stream().map(Finding::verdict).max(Verdict::compareTo).orElse(Verdict.REJECT);
        return switch (strictest) {
            case PASS -> APPROVED;
            case STEP_UP, REJECT -> REJECTED;
        };
    }
}
