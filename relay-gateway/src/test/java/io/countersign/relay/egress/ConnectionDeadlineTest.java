package io.countersign.relay.egress;

import static io.countersign.relay.egress.SenderFixture.GET;
import static io.countersign.relay.egress.SenderFixture.POST;
import static io.countersign.relay.testing.Approvals.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A connection that cannot be had before the deadline: nothing has left, and that is told at the deadline and not a minute later. */
class ConnectionDeadlineTest {

    private static final Instant SOON = NOON.plusMillis(300);
    private static final int MORE_THAN_IT_TAKES = 50;

    @Test
    void nobodyAnswersTheFirstPacket() throws Exception {
        List<Socket> waiting = new ArrayList<>();
        try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                SenderFixture sender = SenderFixture.patient(SenderFixture.plain(full.getLocalPort()))) {
            fill(full, waiting);

            assertThat(sender.send(POST, SOON)).isInstanceOf(Attempt.NotSent.class);
        } finally {
            for (Socket each : waiting) {
                each.close();
            }
        }
    }

    @Test
    void theHandshakeDoesNotEnd() throws Exception {
        try (RawServer silent = silent();
                SenderFixture sender = SenderFixture.patient(
                        BinanceWay.straightTo(new BinanceAddress(true, "localhost", silent.port())))) {
            assertThat(sender.send(POST, SOON)).isInstanceOf(Attempt.NotSent.class);
        }
    }

    @Test
    void theProxyDoesNotAnswer() throws Exception {
        try (RawServer silent = silent();
                SenderFixture sender = SenderFixture.patient(new BinanceWay(
                        new BinanceAddress(true, "localhost", 1),
                        null,
                        new BinanceWay.Proxy("localhost", silent.port())))) {
            assertThat(sender.send(POST, SOON)).isInstanceOf(Attempt.NotSent.class);
            assertThat(silent.requests())
                    .singleElement()
                    .satisfies(asked -> assertThat(asked).startsWith("CONNECT ").doesNotContain("KEY", "withdraw"));
        }
    }

    @Test
    void everyConnectionIsTaken() throws Exception {
        try (RawServer silent = silent();
                SenderFixture sender = SenderFixture.patient(SenderFixture.plain(silent.port()))) {
            CompletableFuture<Attempt> first = sender.start(GET, NOON.plusSeconds(9));

            assertThat(sender.send(POST, SOON)).isInstanceOf(Attempt.NotSent.class);
            assertThat(first.get(5, TimeUnit.SECONDS)).isInstanceOf(Attempt.Lost.class);
            assertThat(silent.requests()).singleElement().satisfies(request -> assertThat(request)
                    .startsWith("GET "));
        }
    }

    /** Takes connections and says nothing. */
    private static RawServer silent() throws IOException {
        return new RawServer((count, connection) -> {});
    }

    /** From then on the kernel drops what asks for a connection. */
    private static void fill(ServerSocket full, List<Socket> waiting) throws IOException {
        for (int i = 0; i < MORE_THAN_IT_TAKES; i++) {
            Socket socket = new Socket();
            waiting.add(socket);
            try {
                socket.connect(new InetSocketAddress(full.getInetAddress(), full.getLocalPort()), 200);
            } catch (SocketTimeoutException dropped) {
                return;
            }
        }
        throw new IllegalStateException("the queue is not full");
    }
}
