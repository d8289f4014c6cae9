package io.countersign.gateway.intake;

import io.countersign.gateway.answer.Json;
import io.countersign.gateway.answer.Problem;
import io.countersign.gateway.answer.ProblemType;
import io.countersign.gateway.answer.Reply;
import io.countersign.gateway.config.BinanceClock;
import io.countersign.gateway.config.GatewayConfig;
import io.countersign.gateway.view.ReferenceView;
import io.countersign.reading.Reading;
import io.countersign.wire.message.Octets;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Answers public questions from reference data, so that they spend none of the shared address's weight. */
final class PublicData {

    private static final Pattern NAME = Pattern.compile("[A-Z0-9_]+");
    private static final Reply.Field JSON = new Reply.Field("Content-Type", "application/json;charset=UTF-8");

    private final ReferenceView reference;
    private final BinanceClock clock;
    private final GatewayConfig config;

    PublicData(ReferenceView reference, BinanceClock clock, GatewayConfig config) {
        this.reference = reference;
        this.clock = clock;
        this.config = config;
    }

    Reply answer(Reading.PublicQuery query) {
        Instant now = clock.now();
        return switch (query.endpoint().endpoint().path()) {
            case "/api/v3/ping" -> json(Map.of());
            case "/api/v3/time" -> json(new ServerTime(now.toEpochMilli()));
            case "/sapi/v1/system/status" ->
                reference
                        .status()
                        .map(seen -> json(new Status(seen.status(), seen.message())))
                        .orElseGet(PublicData::missing);
            case "/api/v3/ticker/price" ->
                reference
                        .bySymbol(now, config.priceMaxAge())
                        .map(prices -> prices(query, prices))
                        .orElseGet(PublicData::missing);
            case "/api/v3/exchangeInfo" ->
                reference
                        .exchange(now, config.exchangeInfoMaxAge())
                        .map(list -> ExchangeInfo.answer(query, list, now))
                        .orElseGet(PublicData::missing);
            default ->
                Problem.of(ProblemType.NOT_FOUND, "path: not answered here").toReply();
        };
    }

    private static Reply prices(Reading.PublicQuery query, Map<String, BigDecimal> prices) {
        if (!query.value("symbolStatus").orElse("TRADING").equals("TRADING")) {
            return missing("symbolStatus: only TRADING is known here");
        }
        List<String> named = symbols(query);
        List<String> wanted = named.isEmpty() ? List.copyOf(new TreeMap<>(prices).keySet()) : named;
        List<Ticker> tickers = new ArrayList<>();
        for (String each : wanted) {
            BigDecimal price = prices.get(each);
            if (price == null) {
                return unknownSymbol();
            }
            tickers.add(new Ticker(each, price.toPlainString()));
        }
        return query.value("symbol").isPresent() ? json(tickers.getFirst()) : json(tickers);
    }

    /** Which symbols are asked for; none when all are. */
    static List<String> symbols(Reading.PublicQuery query) {
        return query.value("symbol")
                .or(() -> query.value("symbols"))
                .map(PublicData::quoted)
                .orElse(List.of());
    }

    /** One name, or the names of a JSON array. */
    static List<String> quoted(String value) {
        return NAME.matcher(value).results().map(MatchResult::group).toList();
    }

    static Reply json(Octets first, List<Octets> more) {
        return new Reply(200, List.of(JSON), first, more);
    }

    private static Reply json(Object body) {
        return json(Json.write(body), List.of());
    }

    static Reply unknownSymbol() {
        return Problem.of(ProblemType.UNKNOWN_SYMBOL, "symbol: not one of the symbols that are known here")
                .toReply();
    }

    /** What no waiting will bring. */
    static Reply missing(String detail) {
        return missing(detail, "60");
    }

    private static Reply missing() {
        return missing("the relay has not told this yet, or not lately; ask again", "1");
    }

    private static Reply missing(String detail, String seconds) {
        return Problem.of(ProblemType.NO_REFERENCE_DATA, detail)
                .with("Retry-After", seconds)
                .toReply();
    }

    private record ServerTime(long serverTime) {}

    private record Status(int status, String msg) {}

    private record Ticker(String symbol, String price) {}
}
