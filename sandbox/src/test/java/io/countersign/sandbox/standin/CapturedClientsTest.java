package io.countersign.sandbox.standin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.countersign.sandbox.standin.RawClient.Answer;
import io.countersign.sandbox.standin.http.Octets;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What nine public client libraries really send, replayed octet for octet at the time at which they sent it. */
class CapturedClientsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern TIMESTAMP = Pattern.compile("timestamp=([0-9]{13})");
    private static final int BAD_SIGNATURE = -1022;
    private static final List<Integer> GATE = List.of(-1021, -1101, -1102, -1131, -2014, -2015);

    private static Binance binance;
    private static JsonNode file;

    /** One request of one client. */
    record Captured(String name, String keyType, Octets raw, boolean verifies) {

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Captured> requests() throws IOException {
        return StreamSupport.stream(read().path("requests").spliterator(), false)
                .map(node -> new Captured(
                        node.path("client").asText()
                                + ' '
                                + node.path("keyType").asText()
                                + ' '
                                + node.path("path").asText()
                                + ' '
                                + node.path("scenario").asText(),
                        node.path("keyType").asText(),
                        Octets.of(Binance.base64(node.path("rawBase64"))),
                        node.path("verifies").asBoolean()));
    }

    private static JsonNode read() throws IOException {
        try (InputStream in = CapturedClientsTest.class.getResourceAsStream("/binance/captured-clients.json")) {
            return JSON.readTree(Objects.requireNonNull(in));
        }
    }

    @BeforeAll
    static void start() throws IOException {
        binance = new Binance();
        file = read();
        binance.control(
                "PUT",
                "/limits",
                "{\"sapiUidWeight\":100000000,\"sapiIpWeight\":100000000,\"historyPerSecond\":100000}");
    }

    @AfterAll
    static void stop() {
        binance.close();
    }

    @ParameterizedTest
    @MethodSource("requests")
    void isJudgedByItsOwnOctets(Captured captured) throws IOException {
        install(captured.keyType());
        setClock(captured);

        Answer answer = RawClient.exchange(binance.port(), captured.raw().toArray());

        assertThat(answer.status()).isNotIn(401, 429, 418, 500);
        assertThat(Binance.base64(binance.lastRequest().path("rawBase64")))
                .isEqualTo(captured.raw().toArray());
        if (answer.status() != 404) {
            assertThat(answer.code() != BAD_SIGNATURE).as(answer.body()).isEqualTo(captured.verifies());
            assertThat(answer.code()).isNotIn(GATE);
        }
    }

    private static void install(String keyType) throws IOException {
        String key = file.path(Map.of("hmac", "secret").getOrDefault(keyType, keyType))
                .asText();
        ObjectNode account = JSON.createObjectNode()
                .put("apiKey", file.path("apiKey").asText())
                .put(keyType.equals("hmac") ? "secret" : "publicKey", key);
        account.putObject("balances").put("USDT", "1000000").put("XRP", "1000000");
        account.putObject("permissions").put("enableWithdrawals", true).put("permitsUniversalTransfer", true);

        Answer answer = binance.control("PUT", "/accounts/captured", account.toString());

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private static void setClock(Captured captured) throws IOException {
        Matcher timestamp = TIMESTAMP.matcher(captured.raw().latin1());
        assertThat(timestamp.find()).isTrue();
        binance.control("PUT", "/clock", "{\"fixedMillis\":" + timestamp.group(1) + "}");
    }
}
