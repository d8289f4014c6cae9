package io.countersign.domain.rule;

import io.countersign.domain.account.Account;
import io.countersign.domain.finding.Finding;
import io.countersign.domain.finding.RuleId;
import io.countersign.domain.request.RequestFacts;
import java.time.Instant;

/** Rejects an API key that the account did not bind. */
public record ConnectionBoundRule() implements Rule {

    static final RuleId ID = new RuleId("connection-bound");

    @Override
    public Finding evaluate(RequestFacts request, Account account, Instant now) {
        String observed = request.connection().fingerprint();
        if (!account.connections().containsKey(request.connection())) {
            return Finding.reject(
                    ID, observed, "bound to the account", "this API key is not bound to the account: connect it first");
        }
        return Finding.pass(ID, observed, "bound to the account", "this API key is bound to the account");
    }
}
