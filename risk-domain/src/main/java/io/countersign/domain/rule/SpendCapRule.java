package io.countersign.domain.rule;

import io.countersign.domain.account.Account;
import io.countersign.domain.account.Exposure;
import io.countersign.domain.account.SpendWindow;
import io.countersign.domain.finding.Finding;
import io.countersign.domain.finding.RuleId;
import io.countersign.domain.money.Amount;
import io.countersign.domain.request.Transfer;
import java.time.Instant;
import java.util.List;

/** Rejects a transfer that would push what was spent in the window, as far as {@code reach} counts it, past the cap. */
public record SpendCapRule(RuleId id, Amount cap, SpendWindow window, Reach reach, Said said) implements Limit {

    public SpendCapRule(RuleId id, Amount cap, SpendWindow window, Reach reach) {
        this(id, cap, window, reach, new Said(cap.toString(), "within the cap for " + window));
    }

    @Override
    public Finding evaluate(RuleInput input) {
        Transfer transfer = input.request().transfer();
        if (transfer == null || !reach.covers(transfer)) {
            return Finding.notApplicable(id);
        }
        Amount worth = input.worthIn(cap.asset());
        if (worth == null) {
            return Worth.unknown(id, cap);
        }
        Amount projected =
                input.account().activity().exposure().sum(worth, window, input.now(), reach.countedWith(transfer));
        if (projected == null) {
            String sentence =
                    "what was spent in %s is counted in another currency than %s".formatted(window, cap.asset());
            return Finding.reject(id, "unknown", said.bound(), sentence);
        }
        if (projected.exceeds(cap)) {
            Amount left = cap.plus(worth).minusDownToZero(projected);
            String sentence = "%s more would exceed %s in %s: %s is left".formatted(worth, cap, window, left);
            return Finding.reject(id, projected.toString(), said.bound(), sentence);
        }
        return Finding.pass(id, projected.toString(), said.bound(), said.within());
    }

    @Override
    public List<LimitStatus> status(Account account, Instant now) {
        return reach.groups(account).stream()
                .map(group -> status(group, account, now))
                .toList();
    }

    private LimitStatus status(Reach.Group group, Account account, Instant now) {
        Exposure exposure = account.activity().exposure();
        Amount used = exposure.sum(Amount.zero(cap.asset()), window, now, group.members());
        return new LimitStatus(
                id,
                group.name(),
                cap.asset().code(),
                window.toString(),
                cap.value(),
                used == null ? null : used.value(),
                window.nextFreeAt(exposure.within(window, now, group.members())));
    }
}
