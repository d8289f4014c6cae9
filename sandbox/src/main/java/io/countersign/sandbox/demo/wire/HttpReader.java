package io.countersign.sandbox.demo.wire;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a stream into messages by Content-Length, which is all that client and gateway use between them. */
final class HttpReader {
    private static final Pattern LENGTH = Pattern.compile("\r\ncontent-length:[ \t]*([0-9]{1,9})[ \t]*\r\n");
    private static final int LARGEST_HEAD = 64 * 1024;

    private HttpReader() {}

    /** The next message; empty when the stream ended before one began. */
    static Optional<HttpMessage> read(InputStream in) throws IOException {
        byte[] head = head(in);
        if (head.length == 0) {
            return Optional.empty();
        }
        int length = length(head);
        byte[] body = in.readNBytes(length);
        if (body.length < length) {
            throw new EOFException("the body ended after %d of %d octets".formatted(body.length, length));
        }
        return Optional.of(HttpMessage.of(head, body));
    }

    private static byte[] head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        int matched = 0;
        while (matched < 4) {
            int octet = in.read();
            if (octet < 0 && head.size() == 0) {
                return new byte[0];
            }
            if (octet < 0 || head.size() == LARGEST_HEAD) {
                throw new EOFException("no end of the head after %d octets".formatted(head.size()));
            }
            head.write(octet);
            int wanted = matched % 2 == 0 ? '\r' : '\n';
            matched = octet == wanted ? matched + 1 : octet == '\r' ? 1 : 0;
        }
        return head.toByteArray();
    }

    private static int length(byte[] head) {
        String text = new String(head, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        if (text.contains("\r\ntransfer-encoding:")) {
            throw new IllegalStateException("a body without Content-Length, which the tap does not read");
        }
        Matcher matcher = LENGTH.matcher(text);
        return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
    }
}
