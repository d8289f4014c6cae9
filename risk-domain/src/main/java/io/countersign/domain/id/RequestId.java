package io.countersign.domain.id;

import java.nio.ByteBuffer;
import java.util.HexFormat;

/**
 * Names one signed request by its content: 32 lower-case hex digits. A repeat has the same id. Two numbers, as an account remembers
 * dozens of ids, three times each.
 */
public record RequestId(long high, long low) {

    private static final int DIGITS = 32;

    /** The id that {@code value} writes; an {@link IllegalArgumentException} for anything but 32 lower-case hex digits. */
    public RequestId(String value) {
        this(digits(value, 0), digits(value, DIGITS / 2));
    }

    /** The id of 16 octets. */
    public static RequestId of(byte[] octets) {
        return of(ByteBuffer.wrap(octets));
    }

    /** The id of the 16 octets that are left in {@code octets}, which stays as it is. */
    public static RequestId of(ByteBuffer octets) {
        if (octets.remaining() != 2 * Long.BYTES) {
            throw new IllegalArgumentException("a request id is 16 octets");
        }
        int at = octets.position();
        return new RequestId(octets.getLong(at), octets.getLong(at + Long.BYTES));
    }

    /** The 16 octets of the id. */
    public byte[] octets() {
        return ByteBuffer.allocate(2 * Long.BYTES).putLong(high).putLong(low).array();
    }

    /** The 32 digits of the id. */
    public String value() {
        HexFormat hex = HexFormat.of();
        return hex.toHexDigits(high) + hex.toHexDigits(low);
    }

    @Override
    public String toString() {
        return value();
    }

    private static long digits(String value, int from) {
        if (!HexForm.isLowerHex(value, DIGITS)) {
            throw new IllegalArgumentException("a request id is 32 lower-case hex digits");
        }
        return HexFormat.fromHexDigitsToLong(value, from, from + DIGITS / 2);
    }
}
