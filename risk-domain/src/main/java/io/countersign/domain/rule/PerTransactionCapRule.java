package io.countersign.domain.rule;

import io.countersign.domain.account.Account;
import io.countersign.domain.finding.Finding;
import io.countersign.domain.finding.RuleId;
import io.countersign.domain.money.Amount;
import io.countersign.domain.request.RequestFacts;
import java.time.Instant;

/** Rejects one transfer that alone is worth more than the cap. */
public record PerTransactionCapRule(Amount cap) implements Rule {

    static final RuleId ID = new RuleId("per-transaction-cap");

    @Override
    public Finding evaluate(RequestFacts request, Account account, Instant now) {
        if (request.transfer() == null) {
            return Finding.notApplicable(ID);
        }
        Amount worth = Worth.inQuote(request, cap.asset());
        if (worth == null) {
            return Worth.unknown(ID, cap);
        }
        if (worth.exceeds(cap)) {
            return Finding.reject(
                    ID,
                    worth.toString(),
                    cap.toString(),
                    "%s in one transfer is more than the %s allowed".formatted(worth, cap));
        }
        return Finding.pass(ID, worth.toString(), cap.toString(), "within the cap for one transfer");
    }
}
