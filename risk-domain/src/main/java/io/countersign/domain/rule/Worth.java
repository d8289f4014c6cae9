package io.countersign.domain.rule;

import io.countersign.domain.finding.Finding;
import io.countersign.domain.finding.RuleId;
import io.countersign.domain.money.Amount;
import io.countersign.domain.money.Asset;
import io.countersign.domain.money.Price;
import io.countersign.domain.request.RequestFacts;
import io.countersign.domain.request.Transfer;
import org.jspecify.annotations.Nullable;

/** What a transfer is worth in the quote currency by the price pinned in its request. */
public final class Worth {

    private Worth() {}

    /** Null when the request has no transfer, or no price of its asset in {@code quote}. */
    public static @Nullable Amount inQuote(RequestFacts request, Asset quote) {
        Transfer transfer = request.transfer();
        Price price = request.price();
        if (transfer == null || price == null) {
            return null;
        }
        if (!price.asset().equals(transfer.amount().asset()) || !price.quote().equals(quote)) {
            return null;
        }
        return price.valueOf(transfer.amount());
    }

    static Finding unknown(RuleId rule, Amount cap) {
        return Finding.reject(rule, "unknown", cap.toString(), "the worth of the transfer is not known");
    }
}
