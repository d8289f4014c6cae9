package io.countersign.replay.verify;

import io.countersign.wire.message.Octets;
import java.util.HexFormat;

/** Octets for a person to compare. */
public final class Hex {

    private Hex() {}

    /** Two lower-case digits each. */
    public static String of(Octets octets) {
        return HexFormat.of().formatHex(octets.toBytes());
    }
}
