package io.countersign.domain.rule;

import io.countersign.domain.account.Account;
import io.countersign.domain.finding.Finding;
import io.countersign.domain.finding.RuleId;
import io.countersign.domain.request.RequestFacts;
import java.time.Instant;

/** Rejects a request whose signature has lapsed, so that it takes no headroom. */
public record DeadlineRule() implements Rule {

    static final RuleId ID = new RuleId("deadline");

    @Override
    public Finding evaluate(RequestFacts request, Account account, Instant now) {
        String observed = now.toString();
        String bound = request.deadline().toString();
        if (now.isAfter(request.deadline())) {
            return Finding.reject(ID, observed, bound, "the signature lapsed before the request could be judged");
        }
        return Finding.pass(ID, observed, bound, "the signature is still alive");
    }
}
