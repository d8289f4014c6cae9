package io.countersign.gateway.intake;

import io.countersign.gateway.answer.Json;
import io.countersign.gateway.answer.Problem;
import io.countersign.gateway.answer.ProblemType;
import io.countersign.gateway.answer.Reply;
import io.countersign.gateway.config.BinanceClock;
import io.countersign.gateway.view.ReferenceView;
import io.countersign.reading.Reading;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Answers public questions from reference data, so that they spend none of the shared address's weight. */
final class PublicData {

    private static final Pattern QUOTED = Pattern.compile("[A-Z0-9]+");

    private final ReferenceView reference;
    private final BinanceClock clock;

    PublicData(ReferenceView reference, BinanceClock clock) {
        this.reference = reference;
        this.clock = clock;
    }

    Reply answer(Reading.PublicQuery query) {
        return switch (query.endpoint().endpoint().path()) {
            case "/api/v3/time" -> json(new ServerTime(clock.now().toEpochMilli()));
            case "/sapi/v1/system/status" ->
                reference
                        .status()
                        .map(seen -> json(new Status(seen.status(), seen.message())))
                        .orElseGet(PublicData::missing);
            case "/api/v3/ticker/price" ->
                reference.bySymbol().map(prices -> prices(query, prices)).orElseGet(PublicData::missing);
            default ->
                Problem.of(ProblemType.NOT_FOUND, "path: not answered here").toReply();
        };
    }

    private static Reply prices(Reading.PublicQuery query, Map<String, BigDecimal> prices) {
        if (!query.value("symbolStatus").orElse("TRADING").equals("TRADING")) {
            return Problem.of(ProblemType.NO_REFERENCE_DATA, "symbolStatus: only TRADING is known here")
                    .with("Retry-After", "60")
                    .toReply();
        }
        Optional<String> symbol = query.value("symbol");
        List<String> wanted = symbol.map(List::of)
                .or(() -> query.value("symbols").map(PublicData::symbols))
                .orElseGet(() -> List.copyOf(new TreeMap<>(prices).keySet()));
        List<Ticker> tickers = new ArrayList<>();
        for (String each : wanted) {
            BigDecimal price = prices.get(each);
            if (price == null) {
                return Problem.of(
                                ProblemType.UNKNOWN_SYMBOL, "symbol: not one of the symbols whose price is known here")
                        .toReply();
            }
            tickers.add(new Ticker(each, price.toPlainString()));
        }
        return symbol.isPresent() ? json(tickers.getFirst()) : json(tickers);
    }

    private static List<String> symbols(String array) {
        return QUOTED.matcher(array).results().map(MatchResult::group).toList();
    }

    private static Reply json(Object body) {
        return new Reply(
                200, List.of(new Reply.Field("Content-Type", "application/json;charset=UTF-8")), Json.write(body));
    }

    private static Reply missing() {
        return Problem.of(ProblemType.NO_REFERENCE_DATA, "the relay has not told this yet; ask again")
                .with("Retry-After", "1")
                .toReply();
    }

    private record ServerTime(long serverTime) {}

    private record Status(int status, String msg) {}

    private record Ticker(String symbol, String price) {}
}
