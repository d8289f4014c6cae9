package io.countersign.domain.money;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;

/** What one unit of {@code asset} was worth in {@code quote} at {@code at}; more than zero. */
public record Price(Asset asset, Asset quote, BigDecimal value, Instant at) {

    /** Decimals kept of a value in the quote currency; more than any Binance asset has. */
    private static final int QUOTE_SCALE = 8;

    public Price {
        if (value.signum() <= 0) {
            throw new IllegalArgumentException("a price is more than zero");
        }
        value = Amount.canonical(value);
    }

    /** The worth of {@code amount} in the quote currency, rounded up so that no fraction slips under a limit. */
    public Amount valueOf(Amount amount) {
        if (!amount.asset().equals(asset)) {
            throw new IllegalStateException("a price of %s says nothing about %s".formatted(asset, amount.asset()));
        }
        return new Amount(value.multiply(amount.value()).setScale(QUOTE_SCALE, RoundingMode.UP), quote);
    }
}
