package io.countersign.domain.rule;

import io.countersign.domain.account.Account;
import io.countersign.domain.account.Reservation;
import io.countersign.domain.account.SpendWindow;
import io.countersign.domain.finding.Finding;
import io.countersign.domain.finding.RuleId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** Rejects a transfer that would be one more in the window than {@code most}. */
public record CountCapRule(RuleId id, int most, SpendWindow window, Said said) implements Limit {

    public CountCapRule(RuleId id, int most, SpendWindow window) {
        this(id, most, window, new Said(most + " transfers", "within the number of transfers for " + window));
    }

    @Override
    public Finding evaluate(RuleInput input) {
        if (input.request().transfer() == null) {
            return Finding.notApplicable(id);
        }
        int projected = input.account().activity().exposure().count(window, input.now(), each -> true) + 1;
        String observed = projected + " transfers";
        if (projected > most) {
            return Finding.reject(
                    id,
                    observed,
                    said.bound(),
                    "one more would be more than %d transfers in %s".formatted(most, window));
        }
        return Finding.pass(id, observed, said.bound(), said.within());
    }

    @Override
    public List<LimitStatus> status(Account account, Instant now) {
        List<Reservation> counted = account.activity().exposure().within(window, now, each -> true);
        return List.of(new LimitStatus(
                id,
                null,
                "transfers",
                window.toString(),
                BigDecimal.valueOf(most),
                BigDecimal.valueOf(counted.size()),
                window.nextFreeAt(counted)));
    }
}
