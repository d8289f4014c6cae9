package io.countersign.domain.rule;

import io.countersign.domain.finding.Finding;
import io.countersign.domain.finding.RuleId;

/** One question about a request. Pure: the same input gives the same finding, for ever. */
public interface Rule {

    /** The name that its findings carry. */
    RuleId id();

    /** What it sees. */
    Finding evaluate(RuleInput input);
}
