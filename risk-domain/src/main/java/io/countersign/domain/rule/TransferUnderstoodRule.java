package io.countersign.domain.rule;

import io.countersign.domain.finding.Finding;
import io.countersign.domain.finding.RuleId;

/** Rejects a request that moves funds in a way that nobody could read. */
public record TransferUnderstoodRule() implements Rule {

    static final RuleId ID = new RuleId("transfer-understood");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public Finding evaluate(RuleInput input) {
        if (!input.request().movesFunds()) {
            return Finding.notApplicable(ID);
        }
        String bound = "asset and amount known";
        if (input.request().transfer() == null) {
            return Finding.reject(ID, "unknown", bound, "the request moves funds, but asset and amount are not known");
        }
        return Finding.pass(ID, "known", bound, "asset and amount are known");
    }
}
