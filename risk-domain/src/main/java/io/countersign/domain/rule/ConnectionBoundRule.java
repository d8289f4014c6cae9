package io.countersign.domain.rule;

import io.countersign.domain.finding.Finding;
import io.countersign.domain.finding.RuleId;

/** Rejects an API key that the account did not bind. */
public record ConnectionBoundRule() implements Rule {

    static final RuleId ID = new RuleId("connection-bound");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public Finding evaluate(RuleInput input) {
        String observed = input.request().connection().fingerprint();
        if (!input.account()
                .standing()
                .connections()
                .containsKey(input.request().connection())) {
            return Finding.reject(
                    ID, observed, "bound to the account", "this API key is not bound to the account: connect it first");
        }
        return Finding.pass(ID, observed, "bound to the account", "this API key is bound to the account");
    }
}
