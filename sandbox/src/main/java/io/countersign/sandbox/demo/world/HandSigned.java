package io.countersign.sandbox.demo.world;

import io.countersign.wire.message.Octets;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** Withdrawals in layouts that Binance's Java connector does not use, written octet by octet. */
public final class HandSigned {
    private static final String PATH = "/sapi/v1/capital/withdraw/apply";

    private HandSigned() {}

    /** Every parameter in a form body. */
    public static Octets inBody(DemoAccount account, WithdrawOrder order) {
        String body = parameters(order) + "&" + timestamp();
        return request(account, PATH, body + "&signature=" + account.sign(body));
    }

    /** Timestamp and signature in the query, the rest in a form body; what is signed has nothing between the two. */
    public static Octets mixed(DemoAccount account, WithdrawOrder order) {
        String query = timestamp();
        String body = parameters(order);
        String signature = account.sign(query + body);
        return request(account, PATH + "?" + query + "&signature=" + signature, body);
    }

    /** As {@link #inBody}, and does not wait for Binance's answer. */
    public static Octets inBodyLater(DemoAccount account, WithdrawOrder order) {
        String body = parameters(order) + "&" + timestamp();
        return request(account, PATH, body + "&signature=" + account.sign(body), "Prefer: respond-async\r\n");
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

    private static String timestamp() {
        return "recvWindow=6000&timestamp=" + System.currentTimeMillis();
    }

    private static String parameters(WithdrawOrder order) {
        return order.parameters().entrySet().stream().map(HandSigned::pair).collect(Collectors.joining("&"));
    }

    private static String pair(Map.Entry<String, Object> parameter) {
        return parameter.getKey() + "=" + parameter.getValue().toString().replace(" ", "%20");
    }
}
