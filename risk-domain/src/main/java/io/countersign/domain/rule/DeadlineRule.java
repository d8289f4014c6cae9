package io.countersign.domain.rule;

import io.countersign.domain.account.Account;
import io.countersign.domain.finding.Finding;
import io.countersign.domain.finding.RuleId;
import io.countersign.domain.request.RequestFacts;
import java.time.Instant;

/**
 * Rejects a request whose signature had lapsed at intake, so that it takes no headroom. Intake and deadline are both of Binance's
 * clock, which need not be the log's; whether the signature still lives is the relay's question, asked last.
 */
public record DeadlineRule() implements Rule {

    static final RuleId ID = new RuleId("deadline");

    @Override
    public Finding evaluate(RequestFacts request, Account account, Instant now) {
        String observed = request.receivedAt().toString();
        String bound = request.deadline().toString();
        if (request.receivedAt().isAfter(request.deadline())) {
            return Finding.reject(ID, observed, bound, "the signature had lapsed when the request came");
        }
        return Finding.pass(ID, observed, bound, "the signature was alive when the request came");
    }
}
