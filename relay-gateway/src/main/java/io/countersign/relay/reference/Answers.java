package io.countersign.relay.reference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.countersign.domain.money.Asset;
import io.countersign.wire.message.Octets;
import io.countersign.wire.message.ReferenceMessage;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads Binance's public answers. What is not as documented is an {@link IOException} or, for one price of many, left out. */
final class Answers {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,20}(\\.[0-9]{1,20})?");
    private static final Pattern ASSET = Pattern.compile("[A-Z0-9]{1,20}");
    private static final int LONGEST_TEXT = 200;

    private Answers() {}

    /** GET /api/v3/time. */
    static Instant serverTime(Octets body) throws IOException {
        JsonNode time = JSON.readTree(body.toBytes()).path("serverTime");
        if (!time.canConvertToLong() || time.longValue() <= 0) {
            throw new IOException("no serverTime");
        }
        return Instant.ofEpochMilli(time.longValue());
    }

    /** GET /sapi/v1/system/status. */
    static ReferenceMessage.SystemStatus systemStatus(Octets body) throws IOException {
        JsonNode answer = JSON.readTree(body.toBytes());
        if (!answer.path("status").isInt()) {
            throw new IOException("no status");
        }
        String text = answer.path("msg").asText("");
        return new ReferenceMessage.SystemStatus(
                answer.path("status").intValue(), text.substring(0, Math.min(text.length(), LONGEST_TEXT)));
    }

    /** GET /api/v3/ticker/price. An asset has a price when it is traded against {@code quote}. */
    static ReferenceMessage.Prices prices(Octets body, Asset quote) throws IOException {
        Map<Asset, BigDecimal> byAsset = new HashMap<>();
        Map<String, BigDecimal> bySymbol = new HashMap<>();
        for (JsonNode each : JSON.readTree(body.toBytes())) {
            String symbol = each.path("symbol").asText("");
            String price = each.path("price").asText("");
            if (symbol.isEmpty()
                    || symbol.length() > LONGEST_TEXT
                    || !DECIMAL.matcher(price).matches()) {
                continue;
            }
            BigDecimal value = new BigDecimal(price);
            bySymbol.put(symbol, value);
            String asset = symbol.endsWith(quote.code())
                    ? symbol.substring(0, symbol.length() - quote.code().length())
                    : "";
            if (value.signum() > 0 && ASSET.matcher(asset).matches()) {
                byAsset.put(new Asset(asset), value);
            }
        }
        if (bySymbol.isEmpty()) {
            throw new IOException("no prices");
        }
        byAsset.put(quote, BigDecimal.ONE);
        return new ReferenceMessage.Prices(quote, byAsset, bySymbol);
    }
}
