package io.countersign.domain.id;

import java.util.HexFormat;

/** Names one signed request by its content: 32 lower-case hex digits. A repeat has the same id. */
public record RequestId(String value) {

    private static final int DIGITS = 32;

    public RequestId {
        if (!HexForm.isLowerHex(value, DIGITS)) {
            throw new IllegalArgumentException("a request id is 32 lower-case hex digits");
        }
    }

    /** The id of 16 octets. */
    public static RequestId of(byte[] octets) {
        return new RequestId(HexFormat.of().formatHex(octets));
    }

    /** The 16 octets of the id. */
    public byte[] octets() {
        return HexFormat.of().parseHex(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
