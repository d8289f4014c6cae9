package io.countersign.domain.id;

import java.util.HexFormat;
import java.util.regex.Pattern;

/** SHA-256 of the wire request as it is sealed, 64 lower-case hex digits: what an approval is bound to. */
public record WireDigest(String hex) {

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

    public WireDigest {
        if (!FORM.matcher(hex).matches()) {
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
