package io.countersign.sandbox.standin.http;

import io.countersign.sandbox.standin.http.FrameLength.Complete;
import io.countersign.sandbox.standin.http.FrameLength.Incomplete;
import io.countersign.sandbox.standin.http.FrameLength.Malformed;
import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Finds the end of a request by RFC 9112: blank line, then Content-Length or chunks, never both. */
final class FrameMeasure {

    static final int MAX_HEAD = 65_536;
    static final int MAX_BODY = 1_048_576;

    private static final FrameLength INCOMPLETE = new Incomplete();
    private static final Pattern LENGTH = Pattern.compile("[0-9]{1,9}");
    private static final Pattern CHUNK_SIZE = Pattern.compile("[0-9A-Fa-f]{1,7}");

    private FrameMeasure() {}

    static FrameLength of(ByteBuf in) {
        int head = headSize(in);
        if (head < 0) {
            return in.readableBytes() > MAX_HEAD ? new Malformed(431, "head too large") : INCOMPLETE;
        }
        if (head > MAX_HEAD) {
            return new Malformed(431, "head too large");
        }
        List<String> lines = in.toString(in.readerIndex(), head, StandardCharsets.ISO_8859_1)
                .lines()
                .toList();
        Set<String> lengths = values(lines, "content-length");
        Set<String> codings = values(lines, "transfer-encoding");
        if (codings.isEmpty()) {
            return sized(in, head, lengths);
        }
        if (!lengths.isEmpty()) {
            return new Malformed(400, "both Content-Length and Transfer-Encoding");
        }
        return codings.equals(Set.of("chunked"))
                ? chunked(in, head)
                : new Malformed(501, "Transfer-Encoding other than chunked");
    }

    /** The octets up to and including the blank line, or -1. Blank lines before the request line are skipped. */
    private static int headSize(ByteBuf in) {
        boolean started = false;
        int lineStart = in.readerIndex();
        int lineEnd = in.indexOf(lineStart, in.writerIndex(), (byte) '\n');
        while (lineEnd >= 0) {
            boolean blank = lineEnd == lineStart || (lineEnd == lineStart + 1 && in.getByte(lineStart) == '\r');
            if (blank && started) {
                return lineEnd + 1 - in.readerIndex();
            }
            started = started || !blank;
            lineStart = lineEnd + 1;
            lineEnd = in.indexOf(lineStart, in.writerIndex(), (byte) '\n');
        }
        return -1;
    }

    private static Set<String> values(List<String> lines, String name) {
        Set<String> values = new TreeSet<>();
        for (String line : lines) {
            int colon = line.indexOf(':');
            if (colon > 0 && line.substring(0, colon).strip().equalsIgnoreCase(name)) {
                values.add(line.substring(colon + 1).strip().toLowerCase(Locale.ROOT));
            }
        }
        return values;
    }

    private static FrameLength sized(ByteBuf in, int head, Set<String> lengths) {
        if (lengths.isEmpty()) {
            return new Complete(head);
        }
        List<String> all = new ArrayList<>(lengths);
        if (all.size() > 1 || !LENGTH.matcher(all.getFirst()).matches()) {
            return new Malformed(400, "Content-Length is not one number");
        }
        int body = Integer.parseInt(all.getFirst());
        if (body > MAX_BODY) {
            return new Malformed(413, "body too large");
        }
        return in.readableBytes() < head + body ? INCOMPLETE : new Complete(head + body);
    }

    private static FrameLength chunked(ByteBuf in, int head) {
        int at = in.readerIndex() + head;
        while (at - in.readerIndex() - head <= MAX_BODY) {
            int lineEnd = lineEnd(in, at);
            if (lineEnd < 0) {
                return INCOMPLETE;
            }
            String size = in.toString(at, lineEnd - at, StandardCharsets.ISO_8859_1);
            int extension = size.indexOf(';');
            size = (extension < 0 ? size : size.substring(0, extension)).strip();
            if (!CHUNK_SIZE.matcher(size).matches()) {
                return new Malformed(400, "chunk size is not a number");
            }
            int length = Integer.parseInt(size, 16);
            if (length == 0) {
                return trailers(in, lineEnd + 1);
            }
            at = lineEnd + 1 + length + 2;
        }
        return new Malformed(413, "body too large");
    }

    private static FrameLength trailers(ByteBuf in, int from) {
        int at = from;
        int lineEnd = lineEnd(in, at);
        while (lineEnd >= 0) {
            if (in.toString(at, lineEnd - at, StandardCharsets.ISO_8859_1).isBlank()) {
                return new Complete(lineEnd + 1 - in.readerIndex());
            }
            at = lineEnd + 1;
            lineEnd = lineEnd(in, at);
        }
        return INCOMPLETE;
    }

    private static int lineEnd(ByteBuf in, int from) {
        return from >= in.writerIndex() ? -1 : in.indexOf(from, in.writerIndex(), (byte) '\n');
    }
}
