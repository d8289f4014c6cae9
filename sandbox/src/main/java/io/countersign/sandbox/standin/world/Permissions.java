package io.countersign.sandbox.standin.world;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a key may do, by the names of account/apiRestrictions. A new key may only read, as at Binance. */
public record Permissions(Map<String, Boolean> granted) {

    public static final String READ = "enableReading";
    public static final String WITHDRAW = "enableWithdrawals";
    public static final String TRANSFER = "permitsUniversalTransfer";
    public static final List<String> NAMES = List.of(
            READ,
            WITHDRAW,
            "enableInternalTransfer",
            "enableMargin",
            "enableFutures",
            TRANSFER,
            "enableVanillaOptions",
            "enableFixApiTrade",
            "enableFixReadOnly",
            "enableSpotAndMarginTrading",
            "enablePortfolioMarginTrading");

    public Permissions {
        Map<String, Boolean> complete = new LinkedHashMap<>();
        for (String name : NAMES) {
            complete.put(name, granted.getOrDefault(name, name.equals(READ)));
        }
        granted = Map.copyOf(complete);
    }

    public boolean allow(String name) {
        return granted.getOrDefault(name, false);
    }
}
