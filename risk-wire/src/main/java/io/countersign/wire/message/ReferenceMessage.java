package io.countersign.wire.message;

import io.countersign.domain.money.Asset;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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

    /**
     * What holds for the whole exchange.
     *
     * @param rateLimits JSON array
     * @param exchangeFilters JSON array
     * @param symbols every symbol, in Binance's order; each is told of before it is listed
     */
    public record ExchangeRules(String timezone, String rateLimits, String exchangeFilters, List<String> symbols)
            implements Datum {

        public ExchangeRules {
            symbols = List.copyOf(symbols);
        }

        @Override
        public String name() {
            return "exchange-rules";
        }
    }

    /** What holds for one symbol, as a JSON object. */
    public record ExchangeSymbol(String symbol, String rules) implements Datum {

        /** The key under which a symbol is told of, and taken away. */
        public static String name(String symbol) {
            return "exchange-symbol/" + symbol;
        }

        @Override
        public String name() {
            return name(symbol);
        }
    }
}
