package io.countersign.sandbox.raw;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.countersign.sandbox.Sandbox;
import io.countersign.sandbox.TestSandbox;
import io.countersign.sandbox.demo.world.ReceivedRequest;
import io.countersign.sandbox.demo.world.StandInClient;
import io.countersign.sandbox.e2e.PolicyDesk;
import io.countersign.sandbox.http.JsonHttp;
import io.countersign.sandbox.raw.Wire.Answer;
import io.countersign.sandbox.standin.http.Json;
import io.countersign.sandbox.token.TokenRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What four client libraries sent, octet for octet, to a running gateway whose clock stands at the instant at which they sent it:
 * it arrives at the stand-in as it was, but for values that two parsers could read differently and signatures that are wrong.
 */
@TestInstance(Lifecycle.PER_CLASS)
class CapturedClientIT {

    /** Ids, tags, names and questionnaires with signs, on purpose. */
    private static final Set<String> AMBIGUOUS = Set.of("special-characters", "unicode-and-ampersand", "travel-rule");

    /** What one stand of the clock is good for: signatures live 5 s, less the gateway's margin. */
    private static final long SPAN_MILLIS = 3_500;

    private static final int TOO_MANY = 429;
    private static final Pattern TIMESTAMP = Pattern.compile("timestamp=([0-9]{13})");
    private static final JsonNode FILE = read();

    private final Sandbox sandbox;
    private final StandInClient standIn;
    private final BorrowedKey key;

    /** One request of one client. */
    private record Captured(String client, String keyType, String scenario, boolean verifies, String raw) {

        static Captured of(JsonNode kept) {
            byte[] octets = Base64.getDecoder().decode(kept.path("rawBase64").asText());
            return new Captured(
                    kept.path("client").asText(),
                    kept.path("keyType").asText(),
                    kept.path("scenario").asText(),
                    kept.path("verifies").asBoolean(),
                    new String(octets, StandardCharsets.ISO_8859_1));
        }

        long millis() {
            Matcher timestamp = TIMESTAMP.matcher(raw);
            assertThat(timestamp.find()).isTrue();
            return Long.parseLong(timestamp.group(1));
        }

        String endpoint() {
            return raw.split("[ ?]", 3)[0] + " " + raw.split("[ ?]", 3)[1];
        }

        String target() {
            return raw.split(" ", 3)[1];
        }

        String body() {
            return raw.substring(raw.indexOf("\r\n\r\n") + 4);
        }

        /** Five of these are all that the shared address may ask for in a minute. */
        boolean isHeavy() {
            return endpoint().equals("GET /sapi/v1/accountSnapshot");
        }

        boolean mustPass() {
            return !AMBIGUOUS.contains(scenario) && !raw.contains("amount=1e-7");
        }
    }

    CapturedClientIT() throws InterruptedException {
        sandbox = Sandbox.start(TestSandbox.settings("captured")
                .withClock(captures().findFirst().orElseThrow().millis()));
        standIn = new StandInClient(sandbox.addresses().standInControl());
        key = new BorrowedKey(sandbox, FILE.path("apiKey").asText());
    }

    @BeforeAll
    void allowWhatTheyAskFor() throws InterruptedException {
        String endpoints = captures()
                .map(Captured::endpoint)
                .distinct()
                .map("  - %s\n"::formatted)
                .collect(Collectors.joining());
        PolicyDesk desk = new PolicyDesk(sandbox);
        desk.publish(desk.document().replaceFirst("endpoints:\n( +- [^\n]*\n)+", "endpoints:\n" + endpoints));
    }

    @AfterAll
    void stop() {
        sandbox.close();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void arrivesAsItWas(String name, List<Captured> together) throws Exception {
        sandbox.stopTheClock(together.stream().mapToLong(Captured::millis).max().orElseThrow());
        String account = "";
        for (Captured captured : together) {
            String next = (captured.client() + "-" + captured.keyType()).replaceAll("[^a-z0-9-]", "-");
            if (!next.equals(account)) {
                account = next;
                connect(account, captured.keyType());
            }
            send(account, captured);
        }
    }

    static Stream<Object[]> arrivesAsItWas() {
        List<List<Captured>> groups = new ArrayList<>();
        captures().forEach(captured -> {
            if (groups.isEmpty()
                    || captured.millis() > groups.getLast().getFirst().millis() + SPAN_MILLIS) {
                groups.add(new ArrayList<>());
            }
            groups.getLast().add(captured);
        });
        return groups.stream().map(group -> new Object[] {
            group.stream()
                    .map(captured -> captured.client() + " " + captured.keyType())
                    .distinct()
                    .collect(Collectors.joining(", ")),
            group.stream()
                    .sorted(Comparator.comparing(Captured::keyType)
                            .thenComparing(Captured::client)
                            .thenComparing(Captured::millis))
                    .toList()
        });
    }

    private void send(String account, Captured captured) throws Exception {
        int before = signed().size();
        Answer answer;
        try (Wire wire = new Wire(sandbox)) {
            wire.send(Wire.authorized(captured.raw(), sandbox.token(TokenRequest.owner(account))));
            answer = wire.next();
        }
        List<ReceivedRequest> arrived = signed().subList(before, signed().size());
        String what = captured + "\n" + answer;
        if (captured.isHeavy() && answer.status() == TOO_MANY) {
            assertThat(arrived).as(what).isEmpty();
        } else if (captured.mustPass()) {
            assertThat(arrived).as(what).hasSize(1);
        } else {
            assertThat(arrived).as(what).isEmpty();
            assertThat(answer.head()).as(what).contains("application/problem+json");
            assertThat(answer.status()).isBetween(400, 431);
        }
        assertThat(arrived).allSatisfy(request -> {
            assertThat(request.wire().target()).isEqualTo(captured.target());
            assertThat(new String(request.wire().body().toBytes(), StandardCharsets.ISO_8859_1))
                    .isEqualTo(captured.body());
            assertThat(request.headerNames()).doesNotContain("authorization", "accept");
        });
    }

    private void connect(String account, String keyType) throws InterruptedException {
        boolean secret = keyType.equals("hmac");
        ObjectNode body = Json.object().put("apiKey", FILE.path("apiKey").asText());
        body.put(
                secret ? "secret" : "publicKey",
                FILE.path(secret ? "secret" : keyType).asText());
        body.putObject("balances").put("USDT", "100000").put("XRP", "100000").put("BTC", "10");
        body.putObject("permissions").put("enableWithdrawals", true).put("permitsUniversalTransfer", true);
        assertThat(new JsonHttp(sandbox.addresses().standInControl())
                        .send("PUT", "/accounts/captured", Map.of(), body)
                        .isGood())
                .isTrue();
        key.moveTo(account, secret ? null : base64(keyType));
        BorrowedKey.allow(sandbox, account, "ETH", "0x94df8b352de7f46f64b01d3666bf6e936e44ce60");
        BorrowedKey.allow(sandbox, account, null, "1FZdVHtiBqMrWdjPyRPULCUceZPJ2WLCsB");
    }

    private List<ReceivedRequest> signed() throws InterruptedException {
        return standIn.requests().stream().filter(ReceivedRequest::isSigned).toList();
    }

    private static String base64(String keyType) {
        return FILE.path(keyType).asText().replaceAll("-----[A-Z ]+-----|\\s", "");
    }

    /** In the order in which they were sent. */
    private static Stream<Captured> captures() {
        return StreamSupport.stream(FILE.path("requests").spliterator(), false)
                .map(Captured::of)
                .sorted(Comparator.comparing(Captured::millis));
    }

    private static JsonNode read() {
        try (InputStream in = CapturedClientIT.class.getResourceAsStream("/binance/captured-clients.json")) {
            return new ObjectMapper().readTree(Objects.requireNonNull(in));
        } catch (IOException e) {
            throw new AssertionError("captured-clients.json", e);
        }
    }
}
