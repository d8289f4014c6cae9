package io.countersign.domain.finding;

import java.util.List;

/** The engine's answer to a request. */
public enum DecisionStatus {
    APPROVED,
    REJECTED;

    /** The strictest finding wins; without any finding nothing is approved. A confirmed intent outweighs STEP_UP, nothing else. */
    public static DecisionStatus of(List<Finding> findings, boolean confirmed) {
        return switch (strictest(findings)) {
            case PASS -> APPROVED;
            case STEP_UP -> confirmed ? APPROVED : REJECTED;
            case REJECT -> REJECTED;
        };
    }

    /** Whether a person's confirmation, and nothing else, is missing. */
    public static boolean asksForConfirmation(List<Finding> findings) {
        return strictest(findings) == Verdict.STEP_UP;
    }

    private static Verdict strictest(List<Finding> findings) {
        Verdict strictest = findings.isEmpty() ? Verdict.REJECT : Verdict.PASS;
        for (Finding each : findings) {
            strictest = each.verdict().compareTo(strictest) > 0 ? each.verdict() : strictest;
        }
        return strictest;
    }
}
