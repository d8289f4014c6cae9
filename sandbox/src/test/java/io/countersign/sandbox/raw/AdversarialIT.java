package io.countersign.sandbox.raw;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.countersign.sandbox.Sandbox;
import io.countersign.sandbox.TestSandbox;
import io.countersign.sandbox.demo.world.ReceivedRequest;
import io.countersign.sandbox.demo.world.StandInClient;
import io.countersign.sandbox.http.JsonHttp;
import io.countersign.sandbox.settings.SandboxSettings;
import io.countersign.sandbox.standin.http.Json;
import io.countersign.sandbox.token.TokenRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kept attack, octet for octet, on a running gateway whose clock stands at the attacks' instant; judged at the stand-in. */
@TestInstance(Lifecycle.PER_CLASS)
class AdversarialIT {

    private static final String ADDRESS = "0x94df8b352de7f46f64b01d3666bf6e936e44ce60";
    /** What F19 asks for, in other layouts or again: it was sent, and no other account's approval sends it a second time. */
    private static final Set<String> SENT_BEFORE = Set.of("C04", "F20", "Y02");

    private static final JsonNode FILE = read();

    private final Sandbox sandbox;
    private final StandInClient standIn;
    private final List<BorrowedKey> keys;
    private String token = "";

    AdversarialIT() throws InterruptedException {
        sandbox = Sandbox.start(TestSandbox.settings("adversarial")
                .withClock(FILE.path("meta").path("clock_ms").asLong()));
        standIn = new StandInClient(sandbox.addresses().standInControl());
        keys = StreamSupport.stream(FILE.path("meta").path("keys").spliterator(), false)
                .map(key -> new BorrowedKey(sandbox, key.path("api_key").asText()))
                .toList();
    }

    @BeforeAll
    void install() throws InterruptedException {
        JsonHttp control = new JsonHttp(sandbox.addresses().standInControl());
        for (JsonNode key : FILE.path("meta").path("keys")) {
            ObjectNode account = Json.object().put("apiKey", key.path("api_key").asText());
            if (key.has("secret")) {
                account.put("secret", key.path("secret").asText());
            } else {
                account.put("publicKey", key.path("public_raw_hex").asText());
            }
            account.putObject("balances").put("USDT", "100000").put("BTC", "10");
            account.putObject("permissions").put("enableReading", true).put("enableWithdrawals", true);
            assertThat(control.send("PUT", "/accounts/" + key.path("type").asText(), Map.of(), account)
                            .isGood())
                    .isTrue();
        }
    }

    @AfterAll
    void stop() {
        sandbox.close();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void everyAttackComesToWhatItMust(String id, String action, JsonNode kept) throws Exception {
        if (!action.equals("refuse") || token.isEmpty()) {
            moveKeysTo("owner-of-" + id.substring(0, 3));
        }
        int before = signed().size();

        for (String octets : sequence(kept)) {
            List<Wire.Answer> answers = Wire.exchange(sandbox, octets);
            assertThat(answers).isNotEmpty().allSatisfy(answer -> assertThat(answer.status())
                    .isNotIn(301, 302, 307, 308, 408, 421, 503));
            if (action.equals("refuse")) {
                assertThat(answers.getFirst().head()).contains("application/problem+json");
                assertThat(answers.getFirst().status()).isBetween(400, 431);
            }
        }
        List<ReceivedRequest> after = signed();
        List<ReceivedRequest> arrived = after.subList(before, after.size());
        if (SENT_BEFORE.contains(id.substring(0, 3))) {
            assertThat(arrived).isEmpty();
        } else {
            assertArrived(action, kept, arrived);
        }
    }

    private static void assertArrived(String action, JsonNode kept, List<ReceivedRequest> arrived) {
        switch (action) {
            case "refuse" -> assertThat(arrived).isEmpty();
            case "relay" -> {
                assertThat(arrived).hasSize(1);
                assertThat(arrived.getFirst().wire().target())
                        .isEqualTo(kept.path("target").asText());
                assertThat(new String(arrived.getFirst().wire().body().toBytes(), StandardCharsets.ISO_8859_1))
                        .isEqualTo(kept.path("body").asText(""));
                assertThat(arrived.getFirst().headerNames()).doesNotContain("cookie", "authorization");
            }
            case "relay-once" -> assertThat(arrived).hasSize(1);
            case "relay-or-refuse" -> assertThat(arrived).hasSizeLessThan(2);
            default -> throw new AssertionError("what is " + action + "?");
        }
    }

    static Stream<Object[]> everyAttackComesToWhatItMust() {
        return StreamSupport.stream(FILE.path("cases").spliterator(), false)
                .sorted(Comparator.comparing(kept -> !kept.path("id").asText().startsWith("F19")))
                .map(kept -> new Object[] {
                    kept.path("id").asText(), kept.path("expected_action").asText(), kept
                });
    }

    /** Each is another owner's, so that no case is a repeat of another to the engine. */
    private void moveKeysTo(String account) throws InterruptedException {
        for (BorrowedKey key : keys) {
            key.moveTo(account, null);
        }
        BorrowedKey.allow(sandbox, account, "ETH", ADDRESS);
        token = sandbox.token(TokenRequest.owner(account));
    }

    private List<ReceivedRequest> signed() throws InterruptedException {
        return standIn.requests().stream().filter(ReceivedRequest::isSigned).toList();
    }

    private List<String> sequence(JsonNode kept) {
        if (!kept.has("raw_base64")) {
            // There is no HTTP/2 here, so its frames never come to be read.
            return List.of("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
        }
        String raw = new String(
                        Base64.getDecoder().decode(kept.path("raw_base64").asText()), StandardCharsets.ISO_8859_1)
                .replace("{REPEAT A x 65536}", "A".repeat(65_536));
        if (!kept.has("sequence")) {
            return List.of(authorized(raw));
        }
        String body = kept.path("body").asText();
        String first = "POST " + kept.path("target").asText() + "?" + body
                + " HTTP/1.1\r\nHost: gateway.test\r\nX-MBX-APIKEY: "
                + FILE.path("meta").path("keys").path(0).path("api_key").asText() + "\r\nContent-Length: 0\r\n\r\n";
        return List.of(authorized(first), authorized(raw));
    }

    /** The owner's token in each head, and an end to the connection with the last. */
    private String authorized(String raw) {
        String mine = Wire.authorization(token);
        String with = Wire.authorized(raw, token);
        int last = with.lastIndexOf(mine);
        return last < 0 ? with : with.substring(0, last) + "\r\nConnection: close" + with.substring(last);
    }

    private static JsonNode read() {
        String home = System.getProperty(SandboxSettings.HOME_PROPERTY, "");
        Path file = Path.of(home).resolve("relay-gateway/src/test/resources/binance/adversarial-requests.json");
        try {
            return new ObjectMapper().readTree(file.toFile());
        } catch (IOException e) {
            throw new AssertionError(file.toString(), e);
        }
    }
}
