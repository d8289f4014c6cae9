package io.countersign.domain.id;

import java.util.HexFormat;

/** SHA-256 of the wire request as it is sealed, 64 lower-case hex digits: what an approval is bound to. */
public record WireDigest(String hex) {

    private static final int DIGITS = 64;

    public WireDigest {
        if (!HexForm.isLowerHex(hex, DIGITS)) {
            throw new IllegalArgumentException("a wire digest is 64 lower-case hex digits");
        }
    }

    /** The digest of 32 octets. */
    public static WireDigest of(byte[] octets) {
        return new WireDigest(HexFormat.of().formatHex(octets));
    }

    /** The 32 octets of the digest. */
    public byte[] octets() {
        return HexFormat.of().parseHex(hex);
    }
}
