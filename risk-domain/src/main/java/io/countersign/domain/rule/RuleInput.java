package io.countersign.domain.rule;

import io.countersign.domain.account.Account;
import io.countersign.domain.account.Circumstances;
import io.countersign.domain.money.Amount;
import io.countersign.domain.money.Asset;
import io.countersign.domain.money.Price;
import io.countersign.domain.request.RequestFacts;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * All that a rule may look at.
 *
 * @param worth of the transfer, in the currency of its price: reckoned once for all rules; null when it is not known
 */
public record RuleInput(
        RequestFacts request,
        Account account,
        Circumstances circumstances,
        Instant now,
        @Nullable Amount worth) {

    public RuleInput(RequestFacts request, Account account, Circumstances circumstances, Instant now) {
        this(request, account, circumstances, now, worthOf(request));
    }

    /** What the transfer is worth in {@code quote}; null when that is not known. */
    public @Nullable Amount worthIn(Asset quote) {
        return worth != null && worth.asset().equals(quote) ? worth : null;
    }

    private static @Nullable Amount worthOf(RequestFacts request) {
        Price price = request.price();
        return price == null ? null : Worth.inQuote(request, price.quote());
    }
}
