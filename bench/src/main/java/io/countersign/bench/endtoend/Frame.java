package io.countersign.bench.endtoend;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * What the floor writes to its topics: a number and up to three texts, filled up with zeros to the size of the system's record.
 *
 * @param number of the request, from who asks
 */
record Frame(long number, String method, String target, String body) {

    /** What became of a request. */
    static Frame answer(long number, String body) {
        return new Frame(number, "", "", body);
    }

    /** In {@code octets}, or more when it does not fit. */
    byte[] encode(int octets) {
        byte[][] texts = {ascii(method), ascii(target), ascii(body)};
        int needed = Long.BYTES;
        for (byte[] text : texts) {
            needed += Integer.BYTES + text.length;
        }
        ByteBuffer frame = ByteBuffer.allocate(Math.max(needed, octets)).putLong(number);
        for (byte[] text : texts) {
            frame.putInt(text.length).put(text);
        }
        return frame.array();
    }

    static Frame decode(byte[] octets) {
        ByteBuffer frame = ByteBuffer.wrap(octets);
        return new Frame(frame.getLong(), text(frame), text(frame), text(frame));
    }

    /** The number alone. */
    static long number(byte[] octets) {
        return ByteBuffer.wrap(octets).getLong();
    }

    private static String text(ByteBuffer frame) {
        byte[] text = new byte[frame.getInt()];
        frame.get(text);
        return new String(text, StandardCharsets.ISO_8859_1);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
