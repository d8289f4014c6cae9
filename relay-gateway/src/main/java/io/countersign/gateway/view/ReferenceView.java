package io.countersign.gateway.view;

import io.countersign.domain.money.Asset;
import io.countersign.domain.money.Price;
import io.countersign.wire.message.ReferenceMessage;
import io.countersign.wire.message.ReferenceMessage.ClockOffset;
import io.countersign.wire.message.ReferenceMessage.Prices;
import io.countersign.wire.message.ReferenceMessage.SystemStatus;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the relay last saw at Binance: prices, clock, system status. Safe for many threads. */
public final class ReferenceView {

    private volatile @Nullable Seen<Prices> prices;
    private volatile @Nullable Seen<SystemStatus> status;
    private volatile Duration offset = Duration.ZERO;

    /** Takes the newest word on one datum. */
    public void accept(ReferenceMessage message) {
        switch (message.datum()) {
            case Prices seen -> prices = new Seen<>(seen, message.at());
            case SystemStatus seen -> status = new Seen<>(seen, message.at());
            case ClockOffset seen -> offset = seen.offset();
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

    /** Prices by Binance's symbol. */
    public Optional<Map<String, BigDecimal>> bySymbol() {
        Seen<Prices> seen = prices;
        return seen == null ? Optional.empty() : Optional.of(seen.value().bySymbol());
    }

    public Optional<SystemStatus> status() {
        Seen<SystemStatus> seen = status;
        return seen == null ? Optional.empty() : Optional.of(seen.value());
    }

    private record Seen<T>(T value, Instant at) {}
}
