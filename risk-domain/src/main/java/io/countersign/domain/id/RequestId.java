package io.countersign.domain.id;

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
        return new RequestId(HexFormat.of().formatHex(octets));
    }

    /** The 16 octets of the id. */
    public byte[] octets() {
        return HexFormat.of().parseHex(value());
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
