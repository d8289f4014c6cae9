package io.countersign.relay.egress;

import static io.countersign.relay.egress.SenderFixture.GET;
import static io.countersign.relay.egress.SenderFixture.IN_TIME;
import static io.countersign.relay.egress.SenderFixture.OK;
import static io.countersign.relay.egress.SenderFixture.POST;
import static io.countersign.relay.egress.SenderFixture.send;
import static io.countersign.relay.testing.Approvals.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.wire.message.Octets;
import io.countersign.wire.seal.WireRequest;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SenderDeadlineTest {

    @Test
    void aRefusedConnectionSendsNothing() throws Exception {
        int closed;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = socket.getLocalPort();
        }
        try (SenderFixture sender = SenderFixture.measured(closed, Duration.ZERO)) {
            assertThat(sender.send(POST, IN_TIME)).isInstanceOf(Attempt.NotSent.class);
        }
    }

    @Test
    void afterTheDeadlineNothingLeavesAndTheConnectionIsFreeAgain() throws Exception {
        try (RawServer server = RawServer.answering(OK);
                SenderFixture sender = SenderFixture.measured(server.port(), Duration.ZERO)) {
            for (int i = 0; i < 3; i++) {
                assertThat(sender.send(POST, NOON.minusMillis(1))).isInstanceOf(Attempt.NotSent.class);
            }
            Attempt inTime = sender.send(GET, IN_TIME);

            assertThat(inTime).isInstanceOf(Attempt.Answered.class);
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void theDeadlineIsOnBinancesClock() throws Exception {
        try (RawServer server = RawServer.answering(OK);
                SenderFixture sender = SenderFixture.measured(server.port(), Duration.ofSeconds(2))) {
            assertThat(sender.send(POST, NOON.plusSeconds(1))).isInstanceOf(Attempt.NotSent.class);
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void beforeTheClockIsMeasuredNothingLeaves() throws Exception {
        try (RawServer server = RawServer.answering(OK);
                SenderFixture sender = SenderFixture.unmeasured(server.port())) {
            assertThat(sender.send(POST, IN_TIME)).isInstanceOf(Attempt.NotSent.class);
            assertThat(server.requests()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"KEY\r\nX-Evil: 1", "KEY\n"})
    void aHeaderThatBreaksOutIsNotSent(String apiKey) throws Exception {
        try (RawServer server = RawServer.answering(OK)) {
            assertThat(send(server, new WireRequest("GET", "/x", null, apiKey, Octets.EMPTY)))
                    .isInstanceOf(Attempt.NotSent.class);
            assertThat(server.requests()).isEmpty();
        }
    }
}
