package io.countersign.sandbox.raw;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.countersign.sandbox.Sandbox;
import io.countersign.sandbox.demo.world.DemoWorld;
import io.countersign.sandbox.e2e.SharedSandbox;
import io.countersign.sandbox.http.JsonHttp;
import io.countersign.sandbox.raw.SignedAttacks.Attack;
import io.countersign.sandbox.raw.Wire.Answer;
import io.countersign.sandbox.standin.http.Json;
import io.countersign.sandbox.token.TokenRequest;
import io.countersign.wire.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Attacks of our own on a running gateway. The signature is right, the API key is connected, the address is on the book and the
 * amount is small: whatever the reading lets pass is executed.
 */
@ExtendWith(SharedSandbox.class)
@TestInstance(Lifecycle.PER_CLASS)
class SignedAttackIT {

    private static final String ACCOUNT = "signed-attacks";
    private static final String ADDRESS = "0x" + "c3".repeat(20);

    private final Sandbox sandbox;
    private final DemoWorld world;
    private final String apiKey = random() + random();
    private final String secret = random();

    SignedAttackIT(Sandbox sandbox, DemoWorld world) {
        this.sandbox = sandbox;
        this.world = world;
    }

    @BeforeAll
    void install() throws InterruptedException {
        ObjectNode account = Json.object().put("apiKey", apiKey).put("secret", secret);
        account.putObject("balances").put("USDT", "100000");
        account.putObject("permissions").put("enableReading", true).put("enableWithdrawals", true);
        assertThat(new JsonHttp(sandbox.addresses().standInControl())
                        .send("PUT", "/accounts/" + ACCOUNT, Map.of(), account)
                        .isGood())
                .isTrue();
        new BorrowedKey(sandbox, apiKey).moveTo(ACCOUNT, null);
        BorrowedKey.allow(sandbox, ACCOUNT, "BSC", ADDRESS);
    }

    @Test
    void whatIsNoAttackIsExecuted() throws Exception {
        List<Answer> answers = Wire.exchange(sandbox, octets(SignedAttacks.honest(), ""));

        assertThat(answers).singleElement().satisfies(answer -> assertThat(answer.status())
                .as(answer.body())
                .isEqualTo(200));
    }

    /** They would have another server see another method, another target or another client. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-HTTP-Method-Override: GET",
                "X-Original-URL: /v1/admin/freezes",
                "X-Forwarded-Host: evil.example",
                "X-Forwarded-For: 127.0.0.1",
                "X-MBX-TIME-UNIT: MICROSECOND",
                "Cookie: signature=00",
                "Range: bytes=0-0"
            })
    void aHeaderOfNoMeaningStaysHere(String header) throws Exception {
        int before = world.standIn().requests(apiKey).size();

        List<Answer> answers = Wire.exchange(sandbox, octets(SignedAttacks.honest(), header + "\r\n"));

        assertThat(answers).singleElement().satisfies(answer -> assertThat(answer.status())
                .as(answer.body())
                .isEqualTo(200));
        assertThat(world.standIn().requests(apiKey)).hasSize(before + 1).last().satisfies(arrived -> assertThat(
                        arrived.headerNames())
                .containsExactlyInAnyOrder("host", "user-agent", "x-mbx-apikey", "content-type", "content-length"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("io.countersign.sandbox.raw.SignedAttacks#all")
    void whatHasASecondReadingGoesNowhere(Attack attack) throws Exception {
        long written = world.topics().written(Topics.REQUESTS.name());
        int arrived = world.standIn().requests(apiKey).size();

        List<Answer> answers = Wire.exchange(sandbox, octets(attack, ""));

        assertThat(answers).singleElement().satisfies(answer -> {
            assertThat(answer.isProblem(attack.type())).as(answer.body()).isTrue();
            assertThat(answer.status()).isBetween(400, 431).isNotIn(408, 421);
            assertThat(answer.body()).doesNotContain(apiKey, ADDRESS);
        });
        assertThat(world.topics().written(Topics.REQUESTS.name())).isEqualTo(written);
        assertThat(world.standIn().requests(apiKey)).hasSize(arrived);
    }

    private String octets(Attack attack, String more) throws GeneralSecurityException {
        String order = "o" + random();
        String now = String.valueOf(System.currentTimeMillis());
        int mark = attack.target().indexOf('?');
        String path = filled(mark < 0 ? attack.target() : attack.target().substring(0, mark), order, now);
        String query = filled(mark < 0 ? "" : attack.target().substring(mark + 1), order, now);
        String body = filled(attack.body(), order, now);
        String signature = hmac(unsigned(query) + unsigned(body));
        return "%s %s HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\nX-MBX-APIKEY: %s\r\n%s\r\n%sContent-Length: %d\r\nConnection: close\r\n\r\n%s"
                .formatted(
                        attack.method(),
                        path + (mark < 0 ? "" : "?" + query.replace("^", signature)),
                        sandbox.token(TokenRequest.owner(ACCOUNT)),
                        apiKey,
                        attack.headers(),
                        more,
                        body.replace("^", signature).length(),
                        body.replace("^", signature));
    }

    private static String filled(String template, String order, String now) {
        return template.replace("#", ADDRESS)
                .replace("$", order)
                .replace("@", now)
                .replace("~", "#");
    }

    /** As Binance signs it: without the pair of the signature. */
    private static String unsigned(String part) {
        return part.replaceAll("[&;]?signature=\\^", "");
    }

    private String hmac(String payload) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal(payload.getBytes(StandardCharsets.ISO_8859_1)));
    }

    private static String random() {
        return UUID.randomUUID().toString().replace("-", "");
    }
}
