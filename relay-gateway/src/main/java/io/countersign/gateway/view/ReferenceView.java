package io.countersign.gateway.view;

import io.countersign.domain.money.Asset;
import io.countersign.domain.money.Price;
import io.countersign.wire.message.ReferenceMessage;
import io.countersign.wire.message.ReferenceMessage.ClockOffset;
import io.countersign.wire.message.ReferenceMessage.ExchangeRules;
import io.countersign.wire.message.ReferenceMessage.ExchangeSymbol;
import io.countersign.wire.message.ReferenceMessage.Prices;
import io.countersign.wire.message.ReferenceMessage.SystemStatus;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the relay last saw at Binance: prices, clock, system status, symbols. Safe for many threads. */
public final class ReferenceView {

    private volatile @Nullable Seen<Prices> prices;
    private volatile @Nullable Seen<SystemStatus> status;
    private final ExchangeView exchange = new ExchangeView();
    private volatile Duration offset = Duration.ZERO;

    /** Takes the newest word on one datum. */
    public void accept(ReferenceMessage message) {
        switch (message.datum()) {
            case Prices seen -> prices = new Seen<>(seen, message.at());
            case SystemStatus seen -> status = new Seen<>(seen, message.at());
            case ClockOffset seen -> offset = seen.offset();
            case ExchangeRules seen -> exchange.accept(seen, message.at());
            case ExchangeSymbol seen -> exchange.accept(seen);
        }
    }

    /** What to add to our clock to get Binance's; nothing as long as nobody measured. */
    public Duration offset() {
        return offset;
    }

    /** The price of {@code asset} unless none is known or it is older than {@code maxAge}. */
    public Optional<Price> price(Asset asset, Instant now, Duration maxAge) {
        Seen<Prices> seen = prices;
        if (seen == null || seen.at().plus(maxAge).isBefore(now)) {
            return Optional.empty();
        }
        Asset quote = seen.value().quote();
        BigDecimal value =
                asset.equals(quote) ? BigDecimal.ONE : seen.value().byAsset().get(asset);
        return Optional.ofNullable(value).map(known -> new Price(asset, quote, known, seen.at()));
    }

    /** Prices by Binance's symbol, unless none are known or they are older than {@code maxAge}. */
    public Optional<Map<String, BigDecimal>> bySymbol(Instant now, Duration maxAge) {
        Seen<Prices> seen = prices;
        return seen == null || seen.at().plus(maxAge).isBefore(now)
                ? Optional.empty()
                : Optional.of(seen.value().bySymbol());
    }

    /** Exchange information, unless none is known or it is older than {@code maxAge}. */
    public Optional<ExchangeList> exchange(Instant now, Duration maxAge) {
        return exchange.list().filter(seen -> !seen.at().plus(maxAge).isBefore(now));
    }

    public Optional<SystemStatus> status() {
        Seen<SystemStatus> seen = status;
        return seen == null ? Optional.empty() : Optional.of(seen.value());
    }

    private record Seen<T>(T value, Instant at) {}
}
