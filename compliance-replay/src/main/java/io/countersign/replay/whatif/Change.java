package io.countersign.replay.whatif;

/** How the candidate decided a request, beside what was decided in fact. */
public enum Change {
    /** Approved by both. */
    BOTH_APPROVE,
    /** Rejected by both. */
    BOTH_REJECT,
    /** Approved in fact; the candidate rejects it, whoever confirms. */
    NOW_REJECTED,
    /** Approved in fact; the candidate asks a person first. */
    NOW_ASKS,
    /** Rejected in fact; the candidate approves it. */
    NOW_APPROVED
}
