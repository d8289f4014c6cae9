package io.countersign.sandbox.standin.world;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The price of each symbol, kept as the text in which it was given. */
public final class Prices {

    public static final int MAX = 10_000;

    private static final Map<String, String> START = Map.of(
            "BTCUSDT", "97000.00000000",
            "ETHUSDT", "3400.00000000",
            "BNBUSDT", "620.00000000",
            "XRPUSDT", "2.30000000",
            "SOLUSDT", "195.00000000",
            "ETHBTC", "0.03505000");

    private final SortedMap<String, String> prices = new TreeMap<>(START);

    public synchronized SortedMap<String, String> all() {
        return new TreeMap<>(prices);
    }

    /** Sets the given symbols; the others keep their price. False if there is no room. */
    public synchronized boolean set(Map<String, String> given) {
        if (prices.size() + given.size() > MAX) {
            return false;
        }
        prices.putAll(given);
        return true;
    }

    public synchronized void reset() {
        prices.clear();
        prices.putAll(START);
    }

    /** Zero for an asset that has no price in USDT. */
    public synchronized BigDecimal inUsdt(String asset, BigDecimal amount) {
        return amount.multiply(new BigDecimal(prices.getOrDefault(asset + "USDT", asset.equals("USDT") ? "1" : "0")));
    }

    public synchronized BigDecimal inBtc(String asset, BigDecimal amount) {
        if (asset.equals("BTC")) {
            return amount;
        }
        BigDecimal bitcoin = new BigDecimal(prices.getOrDefault("BTCUSDT", "0"));
        return bitcoin.signum() == 0 ? BigDecimal.ZERO : inUsdt(asset, amount).divide(bitcoin, 8, RoundingMode.DOWN);
    }
}
