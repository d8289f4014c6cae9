package io.countersign.domain.rule;

import io.countersign.domain.account.Account;
import io.countersign.domain.account.SpendWindow;
import io.countersign.domain.finding.Finding;
import io.countersign.domain.finding.RuleId;
import io.countersign.domain.money.Amount;
import io.countersign.domain.request.RequestFacts;
import java.time.Instant;

/** Rejects a transfer that would push what the account spent in the window past the cap. */
public record SpendCapRule(RuleId id, Amount cap, SpendWindow window) implements Rule {

    @Override
    public Finding evaluate(RequestFacts request, Account account, Instant now) {
        if (request.transfer() == null) {
            return Finding.notApplicable(id);
        }
        Amount worth = Worth.inQuote(request, cap.asset());
        if (worth == null) {
            return Worth.unknown(id, cap);
        }
        if (account.exposure().isMixed(window, now, cap.asset())) {
            String sentence =
                    "what was spent in %s is counted in another currency than %s".formatted(window, cap.asset());
            return Finding.reject(id, "unknown", cap.toString(), sentence);
        }
        Amount spent = account.exposure().within(window, now, cap.asset());
        Amount projected = spent.plus(worth);
        if (projected.exceeds(cap)) {
            String sentence = "%s more would exceed %s in %s: %s is left"
                    .formatted(worth, cap, window, cap.minusDownToZero(spent));
            return Finding.reject(id, projected.toString(), cap.toString(), sentence);
        }
        return Finding.pass(id, projected.toString(), cap.toString(), "within the cap for " + window);
    }
}
