package io.countersign.relay.egress;

import static io.countersign.relay.egress.SenderFixture.GET;
import static io.countersign.relay.egress.SenderFixture.IN_TIME;
import static io.countersign.relay.egress.SenderFixture.OK;
import static io.countersign.relay.egress.SenderFixture.POST;
import static io.countersign.relay.egress.SenderFixture.send;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.wire.seal.WireRequest;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SenderOnceTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 408 Request Timeout\r\nContent-Length: 0\r\nConnection: close\r\n\r\n",
                "HTTP/1.1 503 Busy\r\nRetry-After: 0\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 302 Found\r\nLocation: /elsewhere\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 307 Temporary Redirect\r\nLocation: /elsewhere\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 308 Permanent Redirect\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 421 Misdirected\r\nContent-Length: 0\r\n\r\n",
            })
    void noAnswerMakesItSendAgain(String answer) throws Exception {
        try (RawServer server = RawServer.answering(answer)) {
            Attempt post = send(server, POST);
            Attempt get = send(server, GET);

            assertThat(post).isInstanceOf(Attempt.Answered.class);
            assertThat(get).isInstanceOf(Attempt.Answered.class);
            assertThat(server.requests()).hasSize(2);
        }
    }

    @Test
    void silenceIsLostAndNotTriedAgain() throws Exception {
        try (RawServer server = new RawServer((count, connection) -> {})) {
            assertThat(send(server, POST)).isInstanceOf(Attempt.Lost.class);
            assertThat(send(server, GET)).isInstanceOf(Attempt.Lost.class);
            assertThat(server.requests()).hasSize(2);
        }
    }

    @Test
    void aResetIsLostAndNotTriedAgain() throws Exception {
        try (RawServer server = new RawServer((count, connection) -> {
            connection.setSoLinger(true, 0);
            connection.close();
        })) {
            assertThat(send(server, POST)).isInstanceOf(Attempt.Lost.class);
            assertThat(send(server, GET)).isInstanceOf(Attempt.Lost.class);
            assertThat(server.requests()).hasSize(2);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST"})
    void aReusedConnectionThatClosesIsNotReplaced(String method) throws Exception {
        try (RawServer server = new RawServer((count, connection) -> {
                    if (count == 1) {
                        RawServer.write(connection, OK);
                    } else {
                        connection.close();
                    }
                });
                SenderFixture sender = SenderFixture.measured(server.port(), Duration.ZERO)) {
            WireRequest wire = method.equals("GET") ? GET : POST;
            sender.send(wire, IN_TIME);
            Attempt second = sender.send(wire, IN_TIME);

            assertThat(second).isInstanceOf(Attempt.Lost.class);
            assertThat(server.requests()).hasSize(2);
            assertThat(server.connections()).isEqualTo(1);
        }
    }
}
