package io.countersign.sandbox.raw;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.sandbox.Sandbox;
import io.countersign.sandbox.demo.world.DemoAccount;
import io.countersign.sandbox.demo.world.DemoWorld;
import io.countersign.sandbox.demo.world.HandSigned;
import io.countersign.sandbox.demo.world.KeyType;
import io.countersign.sandbox.e2e.SharedSandbox;
import io.countersign.sandbox.process.ProcessRef;
import io.countersign.sandbox.raw.Wire.Answer;
import io.countersign.sandbox.settings.Role;
import io.countersign.wire.message.Octets;
import io.countersign.wire.topic.Topics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Well-formed HTTP at the edges of what the gateway takes. */
@ExtendWith(SharedSandbox.class)
@TestInstance(Lifecycle.PER_CLASS)
class EdgesIT {

    private static final int TOGETHER = 100;
    /** Far more than an API key may ask in the time that this takes. */
    private static final int MOST = 3_000;

    /** 29 MB of answers each, and 700 MB together. */
    private static final int UNREAD = 1_200;

    private static final int LAZY = 24;

    private static final int ACCEPTED = 202;
    private static final int TOO_MANY = 429;
    private static final Pattern RETRY_AFTER = Pattern.compile("(?i)\r\nretry-after: ([0-9]+)\r\n");

    private final Sandbox sandbox;
    private final DemoWorld world;

    EdgesIT(Sandbox sandbox, DemoWorld world) {
        this.sandbox = sandbox;
        this.world = world;
    }

    @Test
    void whoAsksTooOftenIsToldBeforeTheLogAndNobodyElseIs() throws Exception {
        DemoAccount hasty = world.open("hasty", KeyType.HMAC);
        DemoAccount calm = world.open("calm", KeyType.HMAC);
        List<Answer> answers = new ArrayList<>();
        while (answers.size() < MOST && answers.stream().noneMatch(answer -> answer.status() == TOO_MANY)) {
            answers.addAll(together(hasty, answers.size()));
        }

        assertThat(answers).extracting(Answer::status).containsOnly(ACCEPTED, TOO_MANY);
        assertThat(answers).filteredOn(answer -> answer.status() == TOO_MANY).allSatisfy(answer -> {
            assertThat(answer.isProblem("too-many-requests")).isTrue();
            Matcher after = RETRY_AFTER.matcher(answer.head());
            assertThat(after.find()).isTrue();
            assertThat(Integer.parseInt(after.group(1))).isPositive();
        });
        long accepted =
                answers.stream().filter(answer -> answer.status() == ACCEPTED).count();
        assertThat(onTheLog(hasty)).isEqualTo(accepted);
        try (Wire wire = new Wire(sandbox)) {
            wire.send(text(HandSigned.reading(calm, "/sapi/v1/capital/deposit/hisrec", true)));
            assertThat(wire.next().status()).isEqualTo(ACCEPTED);
        }
    }

    /** No page of another origin may ask here with a browser's help. */
    @ParameterizedTest
    @ValueSource(strings = {"/sapi/v1/capital/withdraw/apply", "/v1/limits", "/v1/admin/freezes", "/api/v3/time"})
    void noOtherOriginIsAllowed(String path) throws Exception {
        List<Answer> answers = Wire.exchange(
                sandbox,
                "OPTIONS " + path + " HTTP/1.1\r\nHost: localhost\r\nOrigin: https://evil.example\r\n"
                        + "Access-Control-Request-Method: POST\r\nAccess-Control-Request-Headers: authorization\r\n"
                        + "Connection: close\r\n\r\n");

        assertThat(answers).singleElement().satisfies(answer -> {
            assertThat(answer.status()).isBetween(400, 499);
            assertThat(answer.head().toLowerCase(Locale.ROOT)).doesNotContain("access-control-allow");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DELETE /sapi/v1/capital/withdraw/apply",
                "PATCH /api/v3/time",
                "TRACE /api/v3/time",
                "GET /sapi/v1/capital/withdraw/apply",
                "POST /sapi/v1/nothing"
            })
    void otherMethodsAndPathsAreAnsweredAndGoNowhere(String line) throws Exception {
        DemoAccount curious = world.open("curious-" + Integer.toHexString(line.hashCode()), KeyType.HMAC);

        List<Answer> answers = Wire.exchange(
                sandbox,
                line + "?timestamp=" + System.currentTimeMillis()
                        + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                        + curious.token() + "\r\nX-MBX-APIKEY: " + curious.apiKey()
                        + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");

        assertThat(answers).singleElement().satisfies(answer -> {
            assertThat(answer.status()).isBetween(400, 499).isNotIn(408, 421);
            assertThat(answer.head()).contains("application/problem+json");
        });
        assertThat(onTheLog(curious)).isZero();
    }

    /** The next answer begins where the head of this one ends. */
    @ParameterizedTest
    @ValueSource(strings = {"/api/v3/time", "/sapi/v1/capital/withdraw/apply", "/v1/limits", "/q/openapi"})
    void anAnswerToHeadHasNoBody(String path) throws Exception {
        try (Wire wire = new Wire(sandbox)) {
            wire.send("HEAD " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n"
                    + "GET /api/v3/time HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

            String[] answers = wire.octetsUntilClosed().split("(?=HTTP/1\\.1 )");
            assertThat(answers).hasSize(2);
            assertThat(answers[0]).endsWith("\r\n\r\n");
            assertThat(answers[1]).contains("serverTime");
        }
    }

    /** Each of them asks for far more than sockets hold, and more in all than the gateway has of memory. */
    @Test
    void whoDoesNotReadHoldsUpNobodyAndMayReadOn() throws Exception {
        ProcessRef before = sandbox.processes().get(Role.GATEWAY);
        String ask = "GET /api/v3/exchangeInfo HTTP/1.1\r\nHost: localhost\r\n\r\n".repeat(UNREAD);
        List<Wire> lazy = new ArrayList<>();
        try {
            for (int i = 0; i < LAZY; i++) {
                Wire wire = new Wire(sandbox);
                lazy.add(wire);
                wire.send(ask);
            }
            for (int i = 0; i < LAZY; i++) {
                List<Answer> others = Wire.exchange(
                        sandbox, "GET /api/v3/time HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
                assertThat(others).singleElement().satisfies(answer -> assertThat(answer.body())
                        .contains("serverTime"));
            }
            Answer first = lazy.getFirst().next();
            assertThat(first.body()).hasSizeGreaterThan(10_000).endsWith("]}");
            for (int i = 1; i < UNREAD; i++) {
                Answer next = lazy.getFirst().next();
                assertThat(next.status()).isEqualTo(200);
                assertThat(next.body()).hasSameSizeAs(first.body());
            }
        } finally {
            for (Wire wire : lazy) {
                wire.close();
            }
        }
        assertThat(sandbox.processes().get(Role.GATEWAY)).isEqualTo(before);
    }

    @Test
    void aBodyThatIsDeepOrLongIsRefusedAndHarmsNobody() throws Exception {
        DemoAccount deep = world.open("deep", KeyType.HMAC);
        String nested = "{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000);
        String wide = "{\"apiKey\":\"" + "A".repeat(60_000) + "\"}";
        String tooLong = "{\"apiKey\":\"" + "A".repeat(66_000) + "\"}";

        for (String body : List.of(nested, wide, tooLong)) {
            List<Answer> answers = Wire.exchange(sandbox, binding(deep, body));

            assertThat(answers).singleElement().satisfies(answer -> {
                assertThat(answer.status()).as(answer.head()).isBetween(400, 431);
                assertThat(answer.head()).contains("application/problem+json");
                assertThat(answer.body()).hasSizeLessThan(2_000).doesNotContain("AAAA");
            });
        }
    }

    private List<Answer> together(DemoAccount account, int first) throws IOException {
        List<Answer> answers = new ArrayList<>();
        try (Wire wire = new Wire(sandbox)) {
            for (int i = 0; i < TOGETHER; i++) {
                wire.send(text(
                        HandSigned.reading(account, "/sapi/v1/capital/deposit/hisrec?offset=" + (first + i), true)));
            }
            for (int i = 0; i < TOGETHER; i++) {
                answers.add(wire.next());
            }
        }
        return answers;
    }

    private static String binding(DemoAccount account, String body) {
        return "POST /v1/connections HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + account.token()
                + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length()
                + "\r\nConnection: close\r\n\r\n" + body;
    }

    private long onTheLog(DemoAccount account) {
        return world.topics().read(Topics.REQUESTS.name()).stream()
                .filter(each -> new String(each.key(), StandardCharsets.UTF_8).equals(account.name()))
                .count();
    }

    private static String text(Octets octets) {
        return new String(octets.toBytes(), StandardCharsets.ISO_8859_1);
    }
}
