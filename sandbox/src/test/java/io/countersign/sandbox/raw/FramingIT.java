package io.countersign.sandbox.raw;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.sandbox.Sandbox;
import io.countersign.sandbox.demo.world.DemoAccount;
import io.countersign.sandbox.demo.world.DemoWorld;
import io.countersign.sandbox.demo.world.HandSigned;
import io.countersign.sandbox.demo.world.KeyType;
import io.countersign.sandbox.e2e.SharedSandbox;
import io.countersign.wire.message.Octets;
import io.countersign.wire.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What HTTP parsers read in different ways is answered with a problem document and the connection is closed. Behind each attack a
 * withdrawal waits that is signed, allowed and affordable: smuggled in, it would be executed.
 */
@ExtendWith(SharedSandbox.class)
@TestInstance(Lifecycle.PER_CLASS)
class FramingIT {

    private final Sandbox sandbox;
    private final DemoWorld world;
    private DemoAccount account;

    FramingIT(Sandbox sandbox, DemoWorld world) throws InterruptedException {
        this.sandbox = sandbox;
        this.world = world;
        this.account = world.open("smuggler", KeyType.HMAC);
    }

    @BeforeAll
    void theWithdrawalBehindWouldBeExecuted() throws Exception {
        DemoAccount honest = world.open("not-a-smuggler", KeyType.HMAC);
        try (Wire wire = new Wire(sandbox)) {
            wire.send(text(HandSigned.inBody(honest, world.smallOrder(honest))));
            assertThat(wire.next().status()).isEqualTo(200);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("io.countersign.sandbox.raw.MalformedRequests#all")
    void nothingBehindAMalformedRequestIsRead(MalformedRequests.Attack attack) throws Exception {
        long before = requests();

        List<Wire.Answer> answers = Wire.exchange(sandbox, attack.octets() + smuggled());

        assertThat(answers).singleElement().satisfies(answer -> {
            assertThat(answer.status()).as(answer.head()).isBetween(400, 431).isNotIn(408, 421, 429);
            assertThat(answer.isProblem(attack.type())).as(answer.body()).isTrue();
            assertThat(answer.closes()).isTrue();
        });
        assertThat(requests()).isEqualTo(before);
        assertThat(world.standIn().requests(account.apiKey())).isEmpty();
    }

    /** The body ends where Content-Length says: what follows is the next request, and no part of it. */
    @Test
    void aPipelinedPairIsAnsweredInItsOrder() throws Exception {
        DemoAccount pipelining = world.open("pipelining", KeyType.ED25519);
        try (Wire wire = new Wire(sandbox)) {
            wire.send(text(HandSigned.inBody(pipelining, world.smallOrder(pipelining)))
                    + "GET /api/v3/time HTTP/1.1\r\nHost: localhost\r\n\r\n");

            assertThat(wire.next().body()).contains("\"id\"");
            assertThat(wire.next().body()).contains("serverTime");
        }
    }

    /** One octet at a time, and not to the end: answered, not with 408, and within a deadline. */
    @Test
    void aRequestThatDoesNotComeWholeIsAnswered() throws Exception {
        try (Wire head = new Wire(sandbox);
                Wire body = new Wire(sandbox);
                Wire half = new Wire(sandbox)) {
            head.send("GET /api/v3/time HT");
            String whole = smuggled();
            body.send(whole.substring(0, whole.length() - 1));
            half.send(whole.substring(0, whole.length() - 1));
            half.stopSending();
            for (Wire wire : List.of(half, body, head)) {
                assertThat(wire.untilClosed()).singleElement().satisfies(answer -> {
                    assertThat(answer.status()).isEqualTo(400);
                    assertThat(answer.isProblem("incomplete-request")).isTrue();
                });
            }
        }
        assertThat(world.standIn().requests(account.apiKey())).isEmpty();
    }

    /** Whoever has said all that they wanted to say, octet by octet, is answered before the connection ends. */
    @Test
    void aHalfClosedConnectionIsAnswered() throws Exception {
        try (Wire wire = new Wire(sandbox)) {
            for (char octet : "GET /api/v3/time HTTP/1.1\r\nHost: localhost\r\n\r\n".toCharArray()) {
                wire.send(String.valueOf(octet));
            }
            wire.stopSending();

            assertThat(wire.untilClosed()).singleElement().satisfies(answer -> assertThat(answer.body())
                    .contains("serverTime"));
        }
    }

    @Test
    void whatCameBeforeAMalformedRequestIsAnsweredFirst() throws Exception {
        List<Wire.Answer> answers = Wire.exchange(
                sandbox,
                "GET /api/v3/time HTTP/1.1\r\nHost: localhost\r\n\r\nGET /api/v3/time HTTP/1.1\nHost: localhost\r\n\r\n"
                        + smuggled());

        assertThat(answers).hasSize(2);
        assertThat(answers.getFirst().body()).contains("serverTime");
        assertThat(answers.getLast().isProblem("malformed-request")).isTrue();
        assertThat(world.standIn().requests(account.apiKey())).isEmpty();
    }

    private String smuggled() {
        return text(HandSigned.inBody(account, world.smallOrder(account)));
    }

    private long requests() {
        return world.topics().written(Topics.REQUESTS.name());
    }

    private static String text(Octets octets) {
        return new String(octets.toBytes(), StandardCharsets.ISO_8859_1);
    }
}
