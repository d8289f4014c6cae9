package io.countersign.domain.finding;

/** Strictness of one finding, from lenient to strict. */
public enum Verdict {
    PASS,
    STEP_UP,
    REJECT
}
