package io.countersign.domain.rule;

import io.countersign.domain.finding.Finding;
import io.countersign.domain.finding.RuleId;

/**
 * Rejects a request whose signature had lapsed at intake, so that it takes no headroom. Intake and deadline are both of Binance's
 * clock, which need not be the log's; whether the signature still lives is the relay's question, asked last.
 */
public record DeadlineRule() implements Rule {

    static final RuleId ID = new RuleId("deadline");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public Finding evaluate(RuleInput input) {
        String observed = input.request().receivedAt().toString();
        String bound = input.request().deadline().toString();
        if (input.request().receivedAt().isAfter(input.request().deadline())) {
            return Finding.reject(ID, observed, bound, "the signature had lapsed when the request came");
        }
        return Finding.pass(ID, observed, bound, "the signature was alive when the request came");
    }
}
