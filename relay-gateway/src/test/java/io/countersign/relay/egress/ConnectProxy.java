package io.countersign.relay.egress;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A proxy that connects to one server whatever it is asked for, and keeps what it is asked and what passes on the way out. */
final class ConnectProxy implements AutoCloseable {

    private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<String> passed = new CopyOnWriteArrayList<>();
    private final int target;

    ConnectProxy(int target) throws IOException {
        this.target = target;
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return socket.getLocalPort();
    }

    /** The heads of what it was asked. */
    List<String> asked() {
        return asked;
    }

    /** Everything that left through it. */
    String passed() {
        return String.join("", passed);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = socket.accept();
                Thread.ofVirtual().start(() -> tunnel(client));
            }
        } catch (IOException e) {
            // Closed: the test is over.
        }
    }

    private void tunnel(Socket client) {
        try (client;
                Socket server = new Socket(InetAddress.getLoopbackAddress(), target)) {
            StringBuilder head = new StringBuilder();
            while (head.indexOf("\r\n\r\n") < 0) {
                head.append((char) client.getInputStream().read());
            }
            asked.add(head.toString());
            RawServer.write(client, "HTTP/1.1 200 Connection established\r\n\r\n");
            Thread back = Thread.ofVirtual().start(() -> copy(server, client, new ArrayList<>()));
            copy(client, server, passed);
            back.interrupt();
        } catch (IOException e) {
            // Either side went away, which is its right.
        }
    }

    private static void copy(Socket from, Socket to, List<String> kept) {
        try {
            InputStream in = from.getInputStream();
            byte[] part = new byte[8_192];
            for (int read = in.read(part); read >= 0; read = in.read(part)) {
                kept.add(new String(part, 0, read, StandardCharsets.ISO_8859_1));
                to.getOutputStream().write(part, 0, read);
                to.getOutputStream().flush();
            }
        } catch (IOException e) {
            // As above.
        }
    }
}
