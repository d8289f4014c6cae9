package io.countersign.sandbox.demo.world;

import com.binance.connector.client.SpotClient;
import com.binance.connector.client.exceptions.BinanceClientException;
import com.binance.connector.client.exceptions.BinanceServerException;
import io.countersign.sandbox.demo.wire.Tap;
import io.countersign.sandbox.demo.wire.TappedExchange;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Binance's own Java client with a bearer token, and what the tap saw of each call. */
final class Connector {
    private final SpotClient client;
    private final String apiKey;
    private final String token;
    private final Tap tap;

    Connector(SpotClient client, String apiKey, String token, Tap tap) {
        this.client = client;
        this.apiKey = apiKey;
        this.token = token;
        this.tap = tap;
    }

    Answer call(Map<String, String> headers, Function<SpotClient, String> call) {
        Map<String, String> all = new HashMap<>(headers);
        all.put("Authorization", "Bearer " + token);
        int before = tap.exchanges().size();
        try {
            String unused = ClientHeaders.with(all, () -> call.apply(client));
            return new Answer(0, "", exchange(before));
        } catch (BinanceClientException refused) {
            String message = refused.getErrMsg() == null ? "" : refused.getErrMsg();
            return new Answer(refused.getErrorCode(), message, exchange(before));
        } catch (BinanceServerException failed) {
            TappedExchange exchange = exchange(before);
            return new Answer(exchange.answer().status(), String.valueOf(failed.getMessage()), exchange);
        }
    }

    /** The last one of this client's: the connector resends some requests by itself. */
    private TappedExchange exchange(int before) {
        List<TappedExchange> all = tap.exchanges();
        return all.subList(before, all.size()).stream()
                .filter(each -> each.request().header("X-MBX-APIKEY").orElse("").equals(apiKey))
                .reduce((first, second) -> second)
                .orElseThrow(() -> new IllegalStateException("the client sent nothing"));
    }
}
