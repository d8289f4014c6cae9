package io.countersign.sandbox.demo.wire;

import io.countersign.wire.message.Octets;
import io.countersign.wire.seal.WireRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One HTTP/1.1 request or answer, with all its octets as they came. */
public record HttpMessage(String startLine, List<Header> headers, Octets body, Octets raw) {
    /** One header field, its name as it was written. */
    public record Header(String name, String value) {}

    public HttpMessage {
        headers = List.copyOf(headers);
    }

    /** The one message that {@code octets} are. */
    public static HttpMessage of(Octets octets) {
        try {
            return HttpReader.read(new ByteArrayInputStream(octets.toBytes()))
                    .orElseThrow(() -> new IllegalArgumentException("no message"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static HttpMessage of(byte[] head, byte[] body) {
        String[] lines = new String(head, StandardCharsets.ISO_8859_1).split("\r\n", -1);
        List<Header> headers = new ArrayList<>();
        for (int i = 1; i < lines.length && !lines[i].isEmpty(); i++) {
            int colon = lines[i].indexOf(':');
            headers.add(new Header(
                    lines[i].substring(0, colon), lines[i].substring(colon + 1).strip()));
        }
        byte[] raw = new byte[head.length + body.length];
        System.arraycopy(head, 0, raw, 0, head.length);
        System.arraycopy(body, 0, raw, head.length, body.length);
        return new HttpMessage(lines[0], headers, Octets.of(body), Octets.of(raw));
    }

    /** The first header of that name, whatever its case. */
    public Optional<String> header(String name) {
        return headers.stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(Header::value)
                .findFirst();
    }

    /** Of a request: its method. */
    public String method() {
        return word(0);
    }

    /** Of a request: path and query as they were written. */
    public String target() {
        return word(1);
    }

    /** Of a request: what of it is Binance's. */
    public WireRequest wire() {
        return new WireRequest(
                method(),
                target(),
                header("Content-Type").orElse(null),
                header("X-MBX-APIKEY").orElse(""),
                body);
    }

    /** Of an answer: its status. */
    public int status() {
        return Integer.parseInt(word(1));
    }

    public String text() {
        return new String(body.toBytes(), StandardCharsets.UTF_8);
    }

    private String word(int index) {
        return startLine.split(" ", -1)[index];
    }
}
