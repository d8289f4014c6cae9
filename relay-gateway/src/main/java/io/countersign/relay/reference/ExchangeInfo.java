package io.countersign.relay.reference;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.util.ByteBufferBackedInputStream;
import io.countersign.wire.message.Octets;
import io.countersign.wire.message.ReferenceMessage.ExchangeRules;
import io.countersign.wire.message.ReferenceMessage.ExchangeSymbol;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Reads GET /api/v3/exchangeInfo one symbol at a time: the whole of it, above 10 MB, is never held as a tree. */
final class ExchangeInfo {

    /** Binance lists some 3,000. */
    static final int MOST_SYMBOLS = 20_000;

    /** Characters; a real one has about 5,000. With four octets each it still fits a record. */
    static final int LONGEST_SYMBOL = 200_000;

    private static final int LONGEST_NAME = 40;
    private static final Pattern ZONE = Pattern.compile("[A-Za-z0-9/_+-]{1,40}");
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private final Consumer<ExchangeSymbol> each;
    private final Set<String> symbols = new LinkedHashSet<>();
    private String timezone = "UTC";
    private String rateLimits = "[]";
    private String exchangeFilters = "[]";

    private ExchangeInfo(Consumer<ExchangeSymbol> each) {
        this.each = each;
    }

    /** Hands over every symbol in order, then tells of the whole; throws where {@code body} is not as documented. */
    static ExchangeRules read(Octets body, Consumer<ExchangeSymbol> each) throws IOException {
        ExchangeInfo info = new ExchangeInfo(each);
        try (JsonParser parser = JSON.createParser(new ByteBufferBackedInputStream(body.toBuffer()))) {
            info.read(parser);
        }
        if (info.symbols.isEmpty()) {
            throw new IOException("no symbols");
        }
        return new ExchangeRules(
                info.timezone,
                info.rateLimits,
                info.exchangeFilters,
                info.symbols.stream().toList());
    }

    private void read(JsonParser parser) throws IOException {
        expect(JsonToken.START_OBJECT, parser.nextToken());
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            switch (name) {
                case "timezone" -> timezone = zone(parser.readValueAsTree());
                case "rateLimits" -> rateLimits = array(parser.readValueAsTree());
                case "exchangeFilters" -> exchangeFilters = array(parser.readValueAsTree());
                case "symbols" -> symbols(parser, value);
                default -> parser.skipChildren();
            }
        }
        expect(JsonToken.END_OBJECT, parser.currentToken());
    }

    private void symbols(JsonParser parser, JsonToken start) throws IOException {
        expect(JsonToken.START_ARRAY, start);
        while (parser.nextToken() == JsonToken.START_OBJECT) {
            JsonNode node = parser.readValueAsTree();
            String name = node.path("symbol").asText("");
            String rules = node.toString();
            if (name.isEmpty() || name.length() > LONGEST_NAME || rules.length() > LONGEST_SYMBOL) {
                throw new IOException("a symbol without a name, or longer than any");
            }
            if (!symbols.add(name) || symbols.size() > MOST_SYMBOLS) {
                throw new IOException("a symbol twice, or more than %d".formatted(MOST_SYMBOLS));
            }
            each.accept(new ExchangeSymbol(name, rules));
        }
        expect(JsonToken.END_ARRAY, parser.currentToken());
    }

    private static String zone(JsonNode node) throws IOException {
        if (!ZONE.matcher(node.asText("")).matches()) {
            throw new IOException("a time zone with an unheard-of name");
        }
        return node.asText();
    }

    private static String array(JsonNode node) throws IOException {
        if (!node.isArray() || node.toString().length() > LONGEST_SYMBOL) {
            throw new IOException("limits or filters are no list, or longer than any");
        }
        return node.toString();
    }

    private static void expect(JsonToken wanted, JsonToken found) throws IOException {
        if (found != wanted) {
            throw new IOException("it is not built as exchange information is");
        }
    }
}
