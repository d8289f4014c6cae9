package io.countersign.sandbox.demo.wire;

import io.countersign.wire.message.Octets;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;

/** Sends octets as they are on a connection of their own, as a client does that resends what it signed. */
public final class RawHttp {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private RawHttp() {}

    /** The answer to the request that {@code octets} are. */
    public static HttpMessage send(InetSocketAddress to, Octets octets) {
        try (Socket socket = new Socket(to.getAddress(), to.getPort())) {
            socket.setSoTimeout((int) PATIENCE.toMillis());
            socket.getOutputStream().write(octets.toBytes());
            socket.getOutputStream().flush();
            return HttpReader.read(new BufferedInputStream(socket.getInputStream()))
                    .orElseThrow(() -> new EOFException("closed without an answer"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
