package io.countersign.domain.rule;

import io.countersign.domain.account.Account;
import io.countersign.domain.account.Freeze;
import io.countersign.domain.finding.Finding;
import io.countersign.domain.finding.RuleId;
import io.countersign.domain.request.RequestFacts;
import java.time.Instant;

/** Rejects everything of a frozen account, reads included. */
public record AccountFreezeRule() implements Rule {

    static final RuleId ID = new RuleId("account-freeze");

    @Override
    public Finding evaluate(RequestFacts request, Account account, Instant now) {
        Freeze freeze = account.freeze();
        if (freeze != null) {
            return Finding.reject(
                    ID,
                    "frozen since " + freeze.at(),
                    "not frozen",
                    "the account is frozen: %s".formatted(freeze.reason()));
        }
        return Finding.pass(ID, "not frozen", "not frozen", "the account is not frozen");
    }
}
