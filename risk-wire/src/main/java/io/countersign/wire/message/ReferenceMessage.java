package io.countersign.wire.message;

import io.countersign.domain.money.Asset;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** Something the relay saw at Binance that is true for everyone. */
public record ReferenceMessage(Instant at, Datum datum) {

    /** What was seen. */
    public sealed interface Datum {

        /** The record's key: one value of each name is current. */
        String name();
    }

    /** Prices by asset in {@code quote}, and by Binance's symbol as listed. */
    public record Prices(Asset quote, Map<Asset, BigDecimal> byAsset, Map<String, BigDecimal> bySymbol)
            implements Datum {

        public Prices {
            byAsset = Map.copyOf(byAsset);
            bySymbol = Map.copyOf(bySymbol);
        }

        @Override
        public String name() {
            return "prices";
        }
    }

    /** What to add to our clock to get Binance's. */
    public record ClockOffset(Duration offset) implements Datum {

        @Override
        public String name() {
            return "clock-offset";
        }
    }

    /** Binance's own word: 0 normal, 1 maintenance. */
    public record SystemStatus(int status, String message) implements Datum {

        @Override
        public String name() {
            return "system-status";
        }
    }
}
