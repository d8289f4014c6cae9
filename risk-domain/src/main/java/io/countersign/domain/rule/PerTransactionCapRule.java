package io.countersign.domain.rule;

import io.countersign.domain.account.Account;
import io.countersign.domain.finding.Finding;
import io.countersign.domain.finding.RuleId;
import io.countersign.domain.money.Amount;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** Rejects one transfer that alone is worth more than the cap. */
public record PerTransactionCapRule(Amount cap, String bound) implements Limit {

    static final RuleId ID = new RuleId("per-transaction-cap");

    public PerTransactionCapRule(Amount cap) {
        this(cap, cap.toString());
    }

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public Finding evaluate(RuleInput input) {
        if (input.request().transfer() == null) {
            return Finding.notApplicable(ID);
        }
        Amount worth = input.worthIn(cap.asset());
        if (worth == null) {
            return Worth.unknown(ID, cap);
        }
        if (worth.exceeds(cap)) {
            return Finding.reject(
                    ID,
                    worth.toString(),
                    bound,
                    "%s in one transfer is more than the %s allowed".formatted(worth, cap));
        }
        return Finding.pass(ID, worth.toString(), bound, "within the cap for one transfer");
    }

    @Override
    public List<LimitStatus> status(Account account, Instant now) {
        return List.of(
                new LimitStatus(ID, null, cap.asset().code(), "one transfer", cap.value(), BigDecimal.ZERO, null));
    }
}
