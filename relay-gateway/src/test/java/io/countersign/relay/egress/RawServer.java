package io.countersign.relay.egress;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server on a bare socket, which keeps every octet that it gets and answers as it is told. */
final class RawServer implements AutoCloseable {

    private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: *([0-9]+)\r\n");

    private final ServerSocket socket;
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();
    private final Script script;

    RawServer(Script script) throws IOException {
        this(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), script);
    }

    /** On a socket that may speak TLS. */
    RawServer(ServerSocket socket, Script script) {
        this.socket = socket;
        this.script = script;
        Thread.ofVirtual().start(this::accept);
    }

    /** What happens after the request number {@code count}, from 1, on {@code connection}. */
    interface Script {

        void answer(int count, Socket connection) throws IOException;
    }

    /** Answers everything alike. */
    static RawServer answering(String answer) throws IOException {
        return new RawServer((count, connection) -> write(connection, answer));
    }

    static void write(Socket connection, String answer) throws IOException {
        connection.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
        connection.getOutputStream().flush();
    }

    int port() {
        return socket.getLocalPort();
    }

    /** Every request, one character an octet. */
    List<String> requests() {
        return requests;
    }

    int connections() {
        return connections.get();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void accept() {
        try {
            while (true) {
                Socket connection = socket.accept();
                connections.incrementAndGet();
                Thread.ofVirtual().start(() -> serve(connection));
            }
        } catch (IOException e) {
            // Closed: the test is over.
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            while (readRequest(connection.getInputStream())) {
                script.answer(requests.size(), connection);
            }
        } catch (IOException e) {
            // The client went away, which is its right.
        }
    }

    private boolean readRequest(InputStream in) throws IOException {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        while (!octets.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                return false;
            }
            octets.write(next);
        }
        Matcher length = LENGTH.matcher(octets.toString(StandardCharsets.ISO_8859_1));
        if (length.find()) {
            octets.writeBytes(in.readNBytes(Integer.parseInt(length.group(1))));
        }
        requests.add(octets.toString(StandardCharsets.ISO_8859_1));
        return true;
    }
}
