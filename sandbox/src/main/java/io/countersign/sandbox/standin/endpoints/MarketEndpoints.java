package io.countersign.sandbox.standin.endpoints;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.countersign.sandbox.standin.http.Json;
import io.countersign.sandbox.standin.rules.BinanceError;
import io.countersign.sandbox.standin.rules.Call;
import io.countersign.sandbox.standin.rules.Outcome;
import io.countersign.sandbox.standin.world.SystemStatus;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What Binance tells anyone, without a signature. */
final class MarketEndpoints {

    private static final String SYMBOLS_RANGE = "^\\[(\"[A-Z0-9-_.]{1,20}\"(,\"[A-Z0-9-_.]{1,20}\"){0,}){0,1}\\]$";
    private static final Pattern SYMBOLS = Pattern.compile(SYMBOLS_RANGE);

    private MarketEndpoints() {}

    static Outcome status(Call call) {
        SystemStatus status = call.world().status();
        return Outcome.of(Json.object().put("status", status.status()).put("msg", status.msg()));
    }

    static Outcome time(Call call) {
        String unit = call.request().header("X-MBX-TIME-UNIT").toUpperCase(Locale.ROOT);
        long micros = call.world().clock().micros();
        return switch (unit) {
            case "", "MILLISECOND" -> Outcome.of(Json.object().put("serverTime", micros / 1_000));
            case "MICROSECOND" -> Outcome.of(Json.object().put("serverTime", micros));
            default -> Outcome.refused(BinanceError.BAD_TIME_UNIT);
        };
    }

    static Outcome price(Call call) {
        Optional<String> symbol = call.parameters().find("symbol");
        Optional<String> symbols = call.parameters().find("symbols");
        if (symbol.isPresent() && symbols.isPresent()) {
            return Outcome.refused(BinanceError.bad(-1128, "Combination of optional parameters invalid."));
        }
        Map<String, String> prices = call.world().prices().all();
        if (symbol.isPresent()) {
            return prices.containsKey(symbol.get())
                    ? Outcome.of(quote(symbol.get(), prices))
                    : Outcome.refused(unknownSymbol());
        }
        if (symbols.isPresent()) {
            return several(symbols.get(), prices);
        }
        ArrayNode all = Json.array();
        prices.keySet().forEach(known -> all.add(quote(known, prices)));
        return Outcome.of(all);
    }

    private static Outcome several(String symbols, Map<String, String> prices) {
        Optional<JsonNode> list =
                Json.read(symbols).filter(node -> SYMBOLS.matcher(symbols).matches());
        if (list.isEmpty()) {
            return Outcome.refused(BinanceError.illegal("symbols", SYMBOLS_RANGE));
        }
        ArrayNode quotes = Json.array();
        for (JsonNode symbol : list.get()) {
            if (!prices.containsKey(symbol.asText())) {
                return Outcome.refused(unknownSymbol());
            }
            quotes.add(quote(symbol.asText(), prices));
        }
        return Outcome.of(quotes);
    }

    static Outcome ping(Call call) {
        return Outcome.of(Json.object());
    }

    private static ObjectNode quote(String symbol, Map<String, String> prices) {
        return Json.object().put("symbol", symbol).put("price", prices.get(symbol));
    }

    private static BinanceError unknownSymbol() {
        return BinanceError.bad(-1121, "Invalid symbol.");
    }
}
