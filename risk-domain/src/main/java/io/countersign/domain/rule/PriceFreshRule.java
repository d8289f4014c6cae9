package io.countersign.domain.rule;

import io.countersign.domain.finding.Finding;
import io.countersign.domain.finding.RuleId;
import io.countersign.domain.money.Asset;
import io.countersign.domain.money.Price;
import io.countersign.domain.request.Transfer;
import java.time.Duration;

/** Rejects a transfer whose worth is not known now: no price, a price of something else, an old one, or one of a time to come. */
public record PriceFreshRule(Asset quote, Duration maxAge, String bound) implements Rule {

    static final RuleId ID = new RuleId("price-fresh");

    public PriceFreshRule(Asset quote, Duration maxAge) {
        this(quote, maxAge, "at most " + maxAge + " old, in " + quote);
    }

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public Finding evaluate(RuleInput input) {
        Transfer transfer = input.request().transfer();
        if (transfer == null) {
            return Finding.notApplicable(ID);
        }
        Price price = input.request().price();
        if (price == null) {
            return Finding.reject(
                    ID,
                    "none",
                    bound,
                    "the price of %s is not known".formatted(transfer.amount().asset()));
        }
        if (!price.asset().equals(transfer.amount().asset()) || !price.quote().equals(quote)) {
            return Finding.reject(
                    ID, price.asset() + "/" + price.quote(), bound, "the pinned price is of another pair");
        }
        Duration age = Duration.between(price.at(), input.request().receivedAt());
        if (age.compareTo(maxAge) > 0) {
            return Finding.reject(ID, age.toString(), bound, "the pinned price is too old");
        }
        if (age.negated().compareTo(maxAge) > 0) {
            return Finding.reject(ID, age.toString(), bound, "the pinned price is of a time to come");
        }
        return Finding.pass(ID, age.toString(), bound, "the price is known and fresh");
    }
}
