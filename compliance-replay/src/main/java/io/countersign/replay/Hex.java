package io.countersign.replay;

import io.countersign.wire.message.Octets;
import java.util.HexFormat;

/** Octets for a person to compare. */
final class Hex {

    private Hex() {}

    static String of(Octets octets) {
        return HexFormat.of().formatHex(octets.toBytes());
    }
}
