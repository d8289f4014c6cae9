package io.countersign.domain.id;

import java.util.HexFormat;

/** SHA-256 of what a request asks for, whenever it is signed: method, path, and every parameter but timestamp and signature. */
public record IntentDigest(String hex) {

    private static final int DIGITS = 64;

    public IntentDigest {
        if (!HexForm.isLowerHex(hex, DIGITS)) {
            throw new IllegalArgumentException("an intent digest is 64 lower-case hex digits");
        }
    }

    /** The digest of 32 octets. */
    public static IntentDigest of(byte[] octets) {
        return new IntentDigest(HexFormat.of().formatHex(octets));
    }

    /** The 32 octets of the digest. */
    public byte[] octets() {
        return HexFormat.of().parseHex(hex);
    }

    @Override
    public String toString() {
        return hex;
    }
}
