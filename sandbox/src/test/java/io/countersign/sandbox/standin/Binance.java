package io.countersign.sandbox.standin;

import com.fasterxml.jackson.databind.JsonNode;
import io.countersign.sandbox.standin.RawClient.Answer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A running stand-in with one account, whose clock stands still at {@link #NOW}. */
final class Binance implements AutoCloseable {

    static final long NOW = 1_790_000_000_000L;
    static final String KEY = "k".repeat(64);
    static final String SECRET = "alice's secret";
    static final String WITHDRAW = "/sapi/v1/capital/withdraw/apply";
    static final String ETHEREUM = "0x94df8b352de7f46f64b01d3666bf6e936e44ce60";
    static final String ORDER = "coin=USDT&network=ETH&address=" + ETHEREUM + "&amount=10";

    private final StandIn standIn = new StandIn("127.0.0.1");

    Binance() throws IOException {
        standIn.start(0, 0);
        control("PUT", "/clock", "{\"fixedMillis\":" + NOW + "}");
        install("{\"enableWithdrawals\":true,\"permitsUniversalTransfer\":true}", "[\"127.0.0.1\"]");
    }

    void install(String permissions, String ipList) throws IOException {
        Answer answer = control(
                "PUT",
                "/accounts/alice",
                "{\"apiKey\":\"%s\",\"secret\":\"%s\",\"balances\":{\"USDT\":\"1000\"},\"permissions\":%s,\"ipList\":%s}"
                        .formatted(KEY, SECRET, permissions, ipList));
        if (answer.status() != 200) {
            throw new IOException(answer.body());
        }
    }

    int port() {
        return standIn.port();
    }

    Answer control(String method, String path, String body) throws IOException {
        String head = "%s %s HTTP/1.1\r\nHost: control\r\nContent-Length: %d\r\n\r\n"
                .formatted(method, path, body.getBytes(StandardCharsets.UTF_8).length);
        return RawClient.exchange(standIn.controlPort(), (head + body).getBytes(StandardCharsets.UTF_8));
    }

    JsonNode ask(String path) throws IOException {
        return control("GET", path, "").json();
    }

    /** Everything in the query, signed, at the time of the clock. */
    Answer signed(String method, String path, String parameters) throws IOException {
        return RawClient.exchange(port(), request(method, path + '?' + sign(timed(parameters)), KEY));
    }

    Answer withdraw() throws IOException {
        return signed("POST", WITHDRAW, ORDER);
    }

    Answer open(String pathAndQuery) throws IOException {
        return RawClient.exchange(port(), request("GET", pathAndQuery, ""));
    }

    static String timed(String parameters) {
        return parameters + (parameters.isEmpty() ? "" : "&") + "timestamp=" + NOW;
    }

    static String sign(String parameters) {
        return parameters + "&signature=" + hmac(parameters);
    }

    static String hmac(String payload) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(payload.getBytes(StandardCharsets.ISO_8859_1)));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    static byte[] request(String method, String target, String apiKey) {
        return request(method, target, apiKey, "");
    }

    static byte[] request(String method, String target, String apiKey, String form) {
        String key = apiKey.isEmpty() ? "" : "X-MBX-APIKEY: " + apiKey + "\r\n";
        String type = form.isEmpty() ? "" : "Content-Type: application/x-www-form-urlencoded\r\n";
        String text = "%s %s HTTP/1.1\r\nHost: binance\r\n%s%sContent-Length: %d\r\n\r\n%s"
                .formatted(method, target, key, type, form.length(), form);
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    String usdt() throws IOException {
        return ask("/accounts/alice").path("balances").path("USDT").asText();
    }

    JsonNode lastRequest() throws IOException {
        JsonNode requests = ask("/requests");
        return requests.get(requests.size() - 1);
    }

    static byte[] base64(JsonNode node) {
        return Base64.getDecoder().decode(node.asText());
    }

    @Override
    public void close() {
        standIn.stop();
    }
}
