package io.countersign.sandbox.demo.world;

import com.fasterxml.jackson.databind.JsonNode;
import io.countersign.wire.message.Octets;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Withdrawals and reads in layouts that Binance's Java connector does not use, written octet by octet. */
public final class HandSigned {
    /** Of a withdrawal. */
    public static final String PATH = "/sapi/v1/capital/withdraw/apply";

    private static final long USUAL_WINDOW_MILLIS = 6_000;
    private static final String BALANCES = "/sapi/v3/asset/getUserAsset";

    private HandSigned() {}

    /** Every parameter in a form body. */
    public static Octets inBody(DemoAccount account, WithdrawOrder order) {
        String body = parameters(order) + "&" + timestamp();
        return request(account, PATH, body + "&signature=" + signature(account, body));
    }

    /** As {@link #inBody}, with the longest life that Binance allows. */
    public static Octets longLived(DemoAccount account, WithdrawOrder order) {
        String body = parameters(order) + "&recvWindow=60000&timestamp=" + System.currentTimeMillis();
        return request(account, PATH, body + "&signature=" + account.sign(body));
    }

    /** Timestamp and signature in the query, the rest in a form body; what is signed has nothing between the two. */
    public static Octets mixed(DemoAccount account, WithdrawOrder order) {
        String query = timestamp();
        String body = parameters(order);
        String signature = signature(account, query + body);
        return request(account, PATH + "?" + query + "&signature=" + signature, body);
    }

    /** One withdrawal of one moment, signed three times over: all in the query, half in a form body, and all in a form body. */
    public static List<Octets> cutAnywhere(DemoAccount account, WithdrawOrder order) {
        String time = timestamp();
        String rest = parameters(order);
        String whole = time + "&" + rest;
        return List.of(
                request(account, PATH + "?" + whole + "&signature=" + signature(account, whole), ""),
                request(account, PATH + "?" + time + "&signature=" + signature(account, time + rest), rest),
                request(account, PATH, whole + "&signature=" + signature(account, whole)));
    }

    /** The balances of the account's wallet: a request that moves nothing. */
    public static Octets balances(DemoAccount account) {
        String body = timestamp();
        return request(account, BALANCES, body + "&signature=" + signature(account, body));
    }

    /** As {@link #inBody}, and does not wait for Binance's answer. */
    public static Octets inBodyLater(DemoAccount account, WithdrawOrder order) {
        return inBodyLater(account, order, USUAL_WINDOW_MILLIS);
    }

    /** As {@link #inBody} with a signature that lives so long, and does not wait for Binance's answer. */
    public static Octets inBodyLater(DemoAccount account, WithdrawOrder order, long recvWindowMillis) {
        String body = parameters(order) + "&" + timestamp(recvWindowMillis);
        return request(account, PATH, body + "&signature=" + signature(account, body), "Prefer: respond-async\r\n");
    }

    /** A GET of {@code path}, which may have a query, signed for half a minute; {@code later} does not wait for the answer. */
    public static Octets reading(DemoAccount account, String path, boolean later) {
        int cut = path.indexOf('?');
        String own = cut < 0 ? "" : path.substring(cut + 1) + "&";
        String query = own + "recvWindow=30000&timestamp=" + System.currentTimeMillis();
        String text = String.join(
                "\r\n",
                "GET " + (cut < 0 ? path : path.substring(0, cut)) + "?" + query + "&signature=" + account.sign(query)
                        + " HTTP/1.1",
                (later ? "Prefer: respond-async\r\n" : "") + "Host: 127.0.0.1",
                "Authorization: Bearer " + account.token(),
                "X-MBX-APIKEY: " + account.apiKey(),
                "",
                "");
        return Octets.of(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** The look-up that {@code lookUp} of a request's resource asks for, which waits for its answer. */
    public static Octets lookUp(DemoAccount account, JsonNode lookUp) {
        List<String> pairs = new ArrayList<>();
        lookUp.path("parameters")
                .properties()
                .forEach(each -> pairs.add(each.getKey() + "=" + each.getValue().asText()));
        return reading(account, lookUp.path("path").asText() + "?" + String.join("&", pairs), false);
    }

    private static Octets request(DemoAccount account, String target, String body) {
        return request(account, target, body, "");
    }

    private static Octets request(DemoAccount account, String target, String body, String more) {
        String text = String.join(
                "\r\n",
                "POST " + target + " HTTP/1.1",
                more + "Host: 127.0.0.1",
                "Authorization: Bearer " + account.token(),
                "X-MBX-APIKEY: " + account.apiKey(),
                "Content-Type: application/x-www-form-urlencoded",
                "Content-Length: " + body.length(),
                "",
                body);
        return Octets.of(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** Base64 has characters that a form gives another meaning. */
    private static String signature(DemoAccount account, String payload) {
        return account.sign(payload).replace("+", "%2B").replace("/", "%2F").replace("=", "%3D");
    }

    private static String timestamp() {
        return timestamp(USUAL_WINDOW_MILLIS);
    }

    private static String timestamp(long recvWindowMillis) {
        return "recvWindow=" + recvWindowMillis + "&timestamp=" + System.currentTimeMillis();
    }

    private static String parameters(WithdrawOrder order) {
        return order.parameters().entrySet().stream().map(HandSigned::pair).collect(Collectors.joining("&"));
    }

    private static String pair(Map.Entry<String, Object> parameter) {
        return parameter.getKey() + "=" + parameter.getValue().toString().replace(" ", "%20");
    }
}
