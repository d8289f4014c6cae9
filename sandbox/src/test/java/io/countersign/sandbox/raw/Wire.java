package io.countersign.sandbox.raw;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.countersign.sandbox.Sandbox;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One connection to the gateway: octets out, as slowly as wanted, and every answer until it is closed. */
final class Wire implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PATIENCE_MILLIS = 30_000;
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([0-9]{3}) [^\\r\\n]*");
    private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: ([0-9]+)\r\n");

    private final Socket socket;
    private final InputStream in;

    /** One whole answer. */
    record Answer(int status, String head, String body) {

        boolean isProblem(String slug) {
            return head.contains("application/problem+json")
                    && json().path("type").asText().equals("urn:countersign:problem:" + slug)
                    && json().path("code").asInt() < 0;
        }

        boolean closes() {
            return head.toLowerCase(java.util.Locale.ROOT).contains("\r\nconnection: close\r\n");
        }

        JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (IOException e) {
                throw new AssertionError("not JSON: " + body, e);
            }
        }
    }

    Wire(Sandbox sandbox) throws IOException {
        socket = new Socket(
                InetAddress.getLoopbackAddress(),
                URI.create(sandbox.addresses().gateway()).getPort());
        socket.setSoTimeout(PATIENCE_MILLIS);
        in = socket.getInputStream();
    }

    /** {@code raw} with a token in each head, in place of what stands there. */
    static String authorized(String raw, String token) {
        return raw.replaceAll("\r\nAuthorization: [^\r]*", "")
                .replaceAll(" (HTTP/1\\.[01])\r\n", " $1" + authorization(token) + "\r\n");
    }

    static String authorization(String token) {
        return "\r\nAuthorization: Bearer " + token;
    }

    /** Sends {@code octets}, one character for each, and reads on until the gateway closes or is silent for as long as it may be. */
    static List<Answer> exchange(Sandbox sandbox, String octets) throws IOException {
        try (Wire wire = new Wire(sandbox)) {
            wire.send(octets);
            return wire.untilClosed();
        }
    }

    void send(String octets) throws IOException {
        socket.getOutputStream().write(octets.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
    }

    void stopSending() throws IOException {
        socket.shutdownOutput();
    }

    /** Every answer until the connection is closed; fails when it stays open, or ends in the middle of one. */
    List<Answer> untilClosed() throws IOException {
        List<Answer> answers = new ArrayList<>();
        for (String head = head(); !head.isEmpty(); head = head()) {
            answers.add(rest(head));
        }
        return answers;
    }

    /** All octets until the connection is closed: answers to HEAD do not say how long they are. */
    String octetsUntilClosed() throws IOException {
        return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
    }

    /** The next answer. */
    Answer next() throws IOException {
        String head = head();
        if (head.isEmpty()) {
            throw new IOException("closed without an answer");
        }
        return rest(head);
    }

    private Answer rest(String head) throws IOException {
        Matcher status = STATUS.matcher(head);
        Matcher length = LENGTH.matcher(head);
        if (!status.lookingAt() || !length.find()) {
            throw new IOException("not an answer: " + head);
        }
        byte[] body = in.readNBytes(Integer.parseInt(length.group(1)));
        return new Answer(Integer.parseInt(status.group(1)), head, new String(body, StandardCharsets.UTF_8));
    }

    /** Empty when the connection was closed before it began. */
    private String head() throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int octet = in.read();
            if (octet < 0 && head.size() == 0) {
                return "";
            }
            if (octet < 0) {
                throw new IOException("closed in the middle of an answer");
            }
            head.write(octet);
        }
        return head.toString(StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
