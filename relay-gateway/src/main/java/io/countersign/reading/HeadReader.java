package io.countersign.reading;

import io.countersign.reading.Reading.Refused;
import io.countersign.reading.ReceivedRequest.Header;
import io.countersign.wire.message.Octets;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the head of one HTTP/1.1 request from its octets, as RFC 9112 has it without its leniencies. HTTP libraries forgive a
 * good deal, each something else: what this refuses never reaches one.
 */
public final class HeadReader {

    /** Octets of request line and headers. */
    public static final int LONGEST_HEAD = 24 * 1024;
    /** Octets of a body, the native API's policies included. */
    public static final int LONGEST_BODY = 64 * 1024;

    /** Octets of a request line: the longest target, the longest method and the version. */
    public static final int LONGEST_LINE = RequestForm.LONGEST_TARGET + 32;

    private static final int MOST_HEADERS = 100;
    private static final Pattern LINE = Pattern.compile("([A-Z]{1,16}) ([\\x21-\\x7E]+) (HTTP/[0-9]\\.[0-9])");
    private static final Pattern HEADER = Pattern.compile("([^:]*):[ \\t]*(.*?)[ \\t]*", Pattern.DOTALL);
    private static final String TARGET = "-._~!$&'()*+,;=:@/?";
    /** Without OPTIONS: pages of other origins may not ask here, and nobody else needs it. */
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE");

    private HeadReader() {}

    /** What a head says. */
    public sealed interface Head {

        /** One request, {@code bodyOctets} of body included, and then another one. */
        record Whole(ReceivedRequest request, int bodyOctets) implements Head {}

        /** Nobody can tell for sure where it ends or what it asks. */
        record Malformed(Refused refused) implements Head {}
    }

    /** Reads {@code head}, the empty line at its end included. */
    public static Head read(byte[] head) {
        String text = new String(head, StandardCharsets.ISO_8859_1);
        String[] lines = text.substring(0, text.length() - "\r\n\r\n".length()).split("\r\n", -1);
        Matcher line = LINE.matcher(lines[0]);
        Refused refused = checkLine(line, lines[0]);
        if (refused == null && lines.length - 1 > MOST_HEADERS) {
            refused = tooLong();
        }
        List<Header> headers = new ArrayList<>();
        for (int i = 1; refused == null && i < lines.length; i++) {
            Matcher header = HEADER.matcher(lines[i]);
            if (header.matches()) {
                headers.add(new Header(header.group(1), header.group(2)));
            } else {
                refused = Misreading.MALFORMED_HEADER.because("headers: send a name, a colon and a value in each line");
            }
        }
        if (refused != null) {
            return new Head.Malformed(refused);
        }
        return judge(new ReceivedRequest(line.group(1), line.group(2), headers, Octets.EMPTY));
    }

    private static Head judge(ReceivedRequest request) {
        Refused refused = HeaderReader.checkHead(request);
        if (refused == null && HeaderReader.length(request) > LONGEST_BODY) {
            refused = Misreading.BODY_TOO_LONG.because("body: send at most %d octets".formatted(LONGEST_BODY));
        }
        return refused == null ? new Head.Whole(request, HeaderReader.length(request)) : new Head.Malformed(refused);
    }

    /** The refusal of a line that ends with LF alone. */
    public static Refused bareLineFeed() {
        return Misreading.MALFORMED_REQUEST.because("request: end each line of the head with CR LF");
    }

    /** The refusal of a head that does not end. */
    public static Refused tooLong() {
        return Misreading.HEADERS_TOO_LONG.because(
                "headers: send at most %d, of %d octets together".formatted(MOST_HEADERS, LONGEST_HEAD));
    }

    /** The refusal of a request line that does not end. */
    public static Refused lineTooLong() {
        return Misreading.TARGET_TOO_LONG.because(
                "target: send at most %d octets".formatted(RequestForm.LONGEST_TARGET));
    }

    private static @Nullable Refused checkLine(Matcher line, String text) {
        if (text.length() > LONGEST_LINE) {
            return lineTooLong();
        }
        if (!line.matches()) {
            return Misreading.MALFORMED_REQUEST.because(
                    "request line: send method, target and HTTP/1.1 with one space between, in ASCII");
        }
        if (!line.group(3).equals("HTTP/1.1")) {
            return Misreading.UNSUPPORTED_VERSION.because("request line: speak HTTP/1.1");
        }
        if (!METHODS.contains(line.group(1))) {
            return Misreading.METHOD_NOT_ALLOWED.because(
                    "method: send the one that the endpoint's documentation names");
        }
        if (!line.group(2).startsWith("/")) {
            return Misreading.MALFORMED_TARGET.because(
                    "target: send a path that starts with /, without scheme or host");
        }
        if (!isTarget(line.group(2))) {
            return Misreading.MALFORMED_TARGET.because(
                    "target: percent-encode (UTF-8) what RFC 3986 does not allow in a path or query");
        }
        return null;
    }

    /** HTTP libraries parse it themselves and fail at the rest; two slashes in front would name a host. */
    private static boolean isTarget(String target) {
        for (int i = 0; i < target.length(); i++) {
            char c = target.charAt(i);
            boolean escape = c == '%'
                    && i + 2 < target.length()
                    && HexFormat.isHexDigit(target.charAt(i + 1))
                    && HexFormat.isHexDigit(target.charAt(i + 2));
            if (!escape && !RequestForm.isAlphanumeric(c) && TARGET.indexOf(c) < 0) {
                return false;
            }
        }
        return !target.startsWith("//");
    }
}
