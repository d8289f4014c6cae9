package io.countersign.sandbox.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.sandbox.Sandbox;
import io.countersign.sandbox.demo.world.DemoAccount;
import io.countersign.sandbox.demo.world.DemoWorld;
import io.countersign.sandbox.demo.world.KeyType;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A client that opens a stream and does not read it costs the gateway a bounded queue, and is told so when it reads again. */
@ExtendWith(SharedSandbox.class)
class SlowReaderIT {
    /** What a gateway lets through at once of one account, three events each: some 250 kB, more than the queue and the sockets hold. */
    private static final int READS = 150;

    private static final String COINS = "/sapi/v1/capital/config/getall";
    private static final int SMALL_OCTETS = 2_048;
    private static final int PATIENCE_MILLIS = (int) Duration.ofSeconds(20).toMillis();

    private final Sandbox sandbox;
    private final DemoWorld world;

    SlowReaderIT(Sandbox sandbox, DemoWorld world) {
        this.sandbox = sandbox;
        this.world = world;
    }

    @Test
    void whoeverDoesNotReadIsCutOffAndToldWhy() throws Exception {
        DemoAccount account = world.open("slow-reader", KeyType.HMAC);
        try (Socket slow = open(account);
                EventReader quick = EventReader.open(
                        sandbox.addresses().gateway() + "/v1/events",
                        java.util.Map.of("Authorization", "Bearer " + account.token()))) {
            try (ReadLoad load = new ReadLoad(world, true)) {
                for (int i = 0; i < READS; i++) {
                    load.sendOnce(account, COINS);
                }
            }
            quick.until(each -> each.data().path("state").asText().equals("DONE"));
            Thread.sleep(5000);
            System.err.println("QUICK " + quick.events().size());

            String read = readAll(slow);
            System.err.println("READ " + read.length() + " " + read.substring(Math.max(0, read.length() - 400)));

            assertThat(read).contains("TOO_SLOW");
        }
    }

    /** A stream of the account's events; the little room before the socket fills the sockets' buffers soon. */
    private Socket open(DemoAccount account) throws IOException {
        URI gateway = URI.create(sandbox.addresses().gateway());
        Socket socket = new Socket();
        socket.setReceiveBufferSize(SMALL_OCTETS);
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.connect(new InetSocketAddress(gateway.getHost(), gateway.getPort()));
        String request = String.join(
                "\r\n",
                "GET /v1/events HTTP/1.1",
                "Host: 127.0.0.1",
                "Accept: text/event-stream",
                "Connection: close",
                "Authorization: Bearer " + account.token(),
                "",
                "");
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static String readAll(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
