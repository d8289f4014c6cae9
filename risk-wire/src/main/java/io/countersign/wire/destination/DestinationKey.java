package io.countersign.wire.destination;

import io.countersign.domain.request.Destination;
import io.countersign.wire.chain.Sha256;
import io.countersign.wire.message.Octets;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Names a destination by its content: equal keys for equal destinations, and for no others. */
public final class DestinationKey {

    private static final byte[] ABSENT = {0};

    private DestinationKey() {}

    /** SHA-256 over network, address and tag, each with its length, or with a zero where there is none. */
    public static Octets of(Destination destination) {
        return Octets.of(Sha256.of(part(destination.network()), part(destination.address()), part(destination.tag())));
    }

    private static byte[] part(@Nullable String text) {
        if (text == null) {
            return ABSENT;
        }
        byte[] octets = text.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(1 + Integer.BYTES + octets.length)
                .put((byte) 1)
                .putInt(octets.length)
                .put(octets)
                .array();
    }
}
