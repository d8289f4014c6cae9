package io.countersign.sandbox.demo.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.wire.message.Octets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The tap passes on exactly what it records. */
class TapTest {
    private static final Octets REQUEST =
            octets("POST /a?b=%2f HTTP/1.1\r\nhOsT: x\r\nContent-Length: 3\r\n\r\nc=\u00e9");
    private static final Octets ANSWER = octets("HTTP/1.1 200 OK\r\ncontent-length:  2\r\n\r\n[]");

    private final ServerSocket gateway;

    TapTest() throws IOException {
        gateway = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void close() throws IOException {
        gateway.close();
    }

    @Test
    void octetsPassUnchangedAndAreKept() {
        CompletableFuture<Octets> arrived = CompletableFuture.supplyAsync(() -> serveOnce(ANSWER));
        try (Tap tap = Tap.before(address())) {
            HttpMessage answer = RawHttp.send(tap.socketAddress(), REQUEST);

            assertThat(answer.raw()).isEqualTo(ANSWER);
            assertThat(arrived.join()).isEqualTo(REQUEST);
            assertThat(tap.exchanges()).singleElement().satisfies(exchange -> {
                assertThat(exchange.request().raw()).isEqualTo(REQUEST);
                assertThat(exchange.request().target()).isEqualTo("/a?b=%2f");
                assertThat(exchange.request().header("Host")).contains("x");
                assertThat(exchange.answer().status()).isEqualTo(200);
            });
        }
    }

    @Test
    void aGatewayThatBreaksOffBreaksTheClientOff() {
        CompletableFuture<Octets> arrived = CompletableFuture.supplyAsync(() -> serveOnce(Octets.EMPTY));
        try (Tap tap = Tap.before(address())) {
            assertThatThrownBy(() -> RawHttp.send(tap.socketAddress(), REQUEST))
                    .isInstanceOf(UncheckedIOException.class);
            assertThat(arrived.join()).isEqualTo(REQUEST);
            assertThat(tap.exchanges()).isEmpty();
        }
    }

    private Octets serveOnce(Octets answer) {
        try (Socket client = gateway.accept()) {
            byte[] request = client.getInputStream().readNBytes(REQUEST.length());
            client.getOutputStream().write(answer.toBytes());
            client.getOutputStream().flush();
            return Octets.of(request);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private InetSocketAddress address() {
        return new InetSocketAddress(gateway.getInetAddress(), gateway.getLocalPort());
    }

    private static Octets octets(String text) {
        return Octets.of(text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
