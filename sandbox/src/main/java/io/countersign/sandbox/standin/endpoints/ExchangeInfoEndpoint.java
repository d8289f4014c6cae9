package io.countersign.sandbox.standin.endpoints;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.countersign.sandbox.standin.http.Json;
import io.countersign.sandbox.standin.rules.BinanceError;
import io.countersign.sandbox.standin.rules.Call;
import io.countersign.sandbox.standin.rules.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** GET /api/v3/exchangeInfo: every symbol that has a price trades, under the rules that Binance documents. */
final class ExchangeInfoEndpoint {

    private static final List<String> QUOTES = List.of("USDT", "BTC", "BNB", "TRY");
    private static final Set<String> PERMISSIONS = Set.of("SPOT", "MARGIN", "LEVERAGED");
    private static final Set<String> STATUSES = Set.of("TRADING", "HALT", "BREAK");

    private static final List<String> FLAGS = List.of(
            "icebergAllowed",
            "ocoAllowed",
            "otoAllowed",
            "quoteOrderQtyMarketAllowed",
            "allowTrailingStop",
            "cancelReplaceAllowed",
            "isSpotTradingAllowed",
            "isMarginTradingAllowed");

    private ExchangeInfoEndpoint() {}

    static Outcome answer(Call call) {
        Set<String> known = call.world().prices().all().keySet();
        Optional<String> named =
                call.parameters().find("symbol").or(() -> call.parameters().find("symbols"));
        List<String> wanted = named.map(ExchangeInfoEndpoint::names).orElseGet(() -> List.copyOf(known));
        Optional<String> status = call.parameters().find("symbolStatus");
        if (excludeEachOther(call)) {
            return Outcome.refused(BinanceError.bad(-1128, "Combination of optional parameters invalid."));
        }
        if (!known.containsAll(wanted)) {
            return Outcome.refused(BinanceError.bad(-1121, "Invalid symbol."));
        }
        if (status.isPresent() && !STATUSES.contains(status.get())) {
            return Outcome.refused(BinanceError.bad(-1122, "Invalid symbolStatus."));
        }
        boolean trading = status.orElse("TRADING").equals("TRADING");
        boolean sets =
                !call.parameters().find("showPermissionSets").orElse("true").equals("false");
        return Outcome.of(whole(call, trading && isPermitted(call) ? wanted : List.of(), sets));
    }

    private static boolean excludeEachOther(Call call) {
        boolean one = call.parameters().find("symbol").isPresent();
        boolean several = call.parameters().find("symbols").isPresent();
        boolean others = call.parameters().find("symbolStatus").isPresent()
                || call.parameters().find("permissions").isPresent();
        return (one && several) || ((one || several) && others);
    }

    private static boolean isPermitted(Call call) {
        return call.parameters().find("permissions").map(ExchangeInfoEndpoint::names).stream()
                .allMatch(names -> names.stream().anyMatch(PERMISSIONS::contains));
    }

    private static List<String> names(String given) {
        List<String> names = new ArrayList<>();
        Optional<JsonNode> array = given.startsWith("[") ? Json.read(given) : Optional.empty();
        array.ifPresentOrElse(node -> node.forEach(each -> names.add(each.asText())), () -> names.add(given));
        return names;
    }

    private static ObjectNode whole(Call call, List<String> symbols, boolean sets) {
        ObjectNode node = Json.object()
                .put("timezone", "UTC")
                .put("serverTime", call.world().clock().millis());
        ArrayNode limits = node.putArray("rateLimits");
        limits.add(limit("REQUEST_WEIGHT", "MINUTE", 1, 6_000));
        limits.add(limit("ORDERS", "SECOND", 10, 100));
        limits.add(limit("ORDERS", "DAY", 1, 200_000));
        limits.add(limit("RAW_REQUESTS", "MINUTE", 5, 61_000));
        node.putArray("exchangeFilters");
        ArrayNode list = node.putArray("symbols");
        symbols.forEach(symbol -> list.add(symbol(symbol, sets)));
        return node;
    }

    private static ObjectNode limit(String type, String interval, int count, int limit) {
        return Json.object()
                .put("rateLimitType", type)
                .put("interval", interval)
                .put("intervalNum", count)
                .put("limit", limit);
    }

    private static ObjectNode symbol(String symbol, boolean sets) {
        String quote = QUOTES.stream().filter(symbol::endsWith).findFirst().orElse("USDT");
        String base = symbol.endsWith(quote) ? symbol.substring(0, symbol.length() - quote.length()) : symbol;
        ObjectNode node = Json.object()
                .put("symbol", symbol)
                .put("status", "TRADING")
                .put("baseAsset", base)
                .put("baseAssetPrecision", 8)
                .put("quoteAsset", quote)
                .put("quotePrecision", 8)
                .put("quoteAssetPrecision", 8)
                .put("baseCommissionPrecision", 8)
                .put("quoteCommissionPrecision", 8);
        List.of("LIMIT", "LIMIT_MAKER", "MARKET", "STOP_LOSS", "STOP_LOSS_LIMIT", "TAKE_PROFIT", "TAKE_PROFIT_LIMIT")
                .forEach(node.withArray("orderTypes")::add);
        FLAGS.forEach(flag -> node.put(flag, true));
        filters(node.putArray("filters"));
        node.putArray("permissions");
        ArrayNode permissionSets = node.putArray("permissionSets");
        if (sets) {
            ArrayNode set = permissionSets.addArray();
            set.add("SPOT").add("MARGIN");
            for (int group = 2; group <= 200; group++) {
                set.add("TRD_GRP_%03d".formatted(group));
            }
        }
        node.put("defaultSelfTradePreventionMode", "EXPIRE_MAKER");
        List.of("NONE", "EXPIRE_TAKER", "EXPIRE_MAKER", "EXPIRE_BOTH", "DECREMENT")
                .forEach(node.withArray("allowedSelfTradePreventionModes")::add);
        return node;
    }

    private static void filters(ArrayNode filters) {
        filters.addObject()
                .put("filterType", "PRICE_FILTER")
                .put("minPrice", "0.01000000")
                .put("maxPrice", "1000000.00000000")
                .put("tickSize", "0.01000000");
        filters.addObject()
                .put("filterType", "LOT_SIZE")
                .put("minQty", "0.00001000")
                .put("maxQty", "9000.00000000")
                .put("stepSize", "0.00001000");
        filters.addObject().put("filterType", "ICEBERG_PARTS").put("limit", 10);
        filters.addObject()
                .put("filterType", "NOTIONAL")
                .put("minNotional", "5.00000000")
                .put("applyMinToMarket", true)
                .put("maxNotional", "9000000.00000000")
                .put("applyMaxToMarket", false)
                .put("avgPriceMins", 5);
        filters.addObject().put("filterType", "MAX_NUM_ORDERS").put("maxNumOrders", 200);
    }
}
