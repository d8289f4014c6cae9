package io.countersign.relay.egress;

import static io.countersign.relay.egress.SenderFixture.GET;
import static io.countersign.relay.egress.SenderFixture.LONGEST_ANSWER;
import static io.countersign.relay.egress.SenderFixture.OK;
import static io.countersign.relay.egress.SenderFixture.POST;
import static io.countersign.relay.egress.SenderFixture.octets;
import static io.countersign.relay.egress.SenderFixture.send;
import static io.countersign.relay.testing.Approvals.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.wire.message.Octets;
import io.countersign.wire.seal.WireAnswer;
import io.countersign.wire.seal.WireRequest;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class SenderTest {

    @Test
    void binanceReceivesExactlyTheOctetsAndNoOtherHeader() throws Exception {
        try (RawServer server = RawServer.answering(OK)) {
            send(server, POST);

            assertThat(head(server.requests().getFirst()))
                    .startsWith("POST /sapi/v1/capital/withdraw/apply?timestamp=1&signature=ab HTTP/1.1\r\n");
            assertThat(head(server.requests().getFirst()).lines().skip(1).map(line -> line.toLowerCase(Locale.ROOT)))
                    .containsExactlyInAnyOrder(
                            "x-mbx-apikey: key",
                            "content-type: application/x-www-form-urlencoded",
                            "content-length: 18",
                            "user-agent: countersign",
                            "host: localhost:" + server.port());
            assertThat(body(server.requests().getFirst())).isEqualTo("amount=1&name=%20+");
        }
    }

    @Test
    void aGetKeepsItsTargetAndHasNoBody() throws Exception {
        try (RawServer server = RawServer.answering(OK)) {
            send(server, GET);

            assertThat(server.requests().getFirst()).startsWith("GET /api/v3/account?a=%2f%2F&b=~' HTTP/1.1\r\n");
            assertThat(head(server.requests().getFirst()).lines().skip(1).map(line -> line.toLowerCase(Locale.ROOT)))
                    .containsExactlyInAnyOrder(
                            "x-mbx-apikey: key", "user-agent: countersign", "host: localhost:" + server.port());
        }
    }

    @Test
    void anEmptyPostSaysSo() throws Exception {
        try (RawServer server = RawServer.answering(OK)) {
            send(server, new WireRequest("POST", "/x", null, "KEY", Octets.EMPTY));

            assertThat(head(server.requests().getFirst()).toLowerCase(Locale.ROOT))
                    .contains("content-length: 0");
        }
    }

    @Test
    void theAnswerComesBackAsItCameWithTheHeadersThatMatter() throws Exception {
        String answer = "HTTP/1.1 429 Slow\r\nContent-Type: application/json\r\nRetry-After: 3\r\nSet-Cookie: a=b\r\n"
                + "X-SAPI-USED-UID-WEIGHT-1M: 900\r\nx-mbx-used-weight-1m: 7\r\nServer: s\r\nContent-Length: 3\r\n\r\n{ }";
        try (RawServer server = RawServer.answering(answer)) {
            Attempt attempt = send(server, GET);

            assertThat(attempt).isInstanceOfSatisfying(Attempt.Answered.class, answered -> {
                assertThat(answered.status()).isEqualTo(429);
                assertThat(answered.sentAt()).isEqualTo(NOON);
                assertThat(answered.body()).isEqualTo(octets("{ }"));
                assertThat(answered.headers())
                        .containsExactlyInAnyOrder(
                                new WireAnswer.Header("Content-Type", "application/json"),
                                new WireAnswer.Header("Retry-After", "3"),
                                new WireAnswer.Header("X-SAPI-USED-UID-WEIGHT-1M", "900"),
                                new WireAnswer.Header("x-mbx-used-weight-1m", "7"));
            });
        }
    }

    @Test
    void aTruncatedAnswerHasNoBody() throws Exception {
        try (RawServer server = new RawServer((count, connection) -> {
            RawServer.write(connection, "HTTP/1.1 200 OK\r\nContent-Length: 20\r\n\r\n{\"id\":");
            connection.close();
        })) {
            assertThat(send(server, POST)).satisfies(attempt -> isWithoutBody(attempt, 200));
        }
    }

    @Test
    void anAnswerThatIsTooLongHasNoBody() throws Exception {
        String chunk = "3e8\r\n" + "x".repeat(LONGEST_ANSWER) + "\r\n";
        try (RawServer server = RawServer.answering(
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + chunk + chunk + "0\r\n\r\n")) {
            assertThat(send(server, POST)).satisfies(attempt -> isWithoutBody(attempt, 200));
        }
    }

    @Test
    void anAnswerThatDripsHasNoBody() throws Exception {
        try (RawServer server = RawServer.answering("HTTP/1.1 400 Bad\r\nContent-Length: 20\r\n\r\n{\"code\":-4026")) {
            assertThat(send(server, POST)).satisfies(attempt -> isWithoutBody(attempt, 400));
        }
    }

    private static void isWithoutBody(Attempt attempt, int status) {
        assertThat(attempt).isInstanceOfSatisfying(Attempt.Answered.class, answered -> {
            assertThat(answered.status()).isEqualTo(status);
            assertThat(answered.body()).isNull();
        });
    }

    private static String head(String request) {
        return request.substring(0, request.indexOf("\r\n\r\n"));
    }

    private static String body(String request) {
        return request.substring(request.indexOf("\r\n\r\n") + 4);
    }
}
