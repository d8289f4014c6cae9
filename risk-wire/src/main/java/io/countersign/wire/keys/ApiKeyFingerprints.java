package io.countersign.wire.keys;

import com.google.crypto.tink.prf.PrfSet;
import io.countersign.domain.id.ConnectionId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;

/** Names API keys by a keyed hash (HMAC-SHA256, first 16 octets), so that no record tells a key and nobody else can guess one. */
public final class ApiKeyFingerprints {

    private static final int OCTETS = 16;

    private final PrfSet keys;

    public ApiKeyFingerprints(PrfSet keys) {
        this.keys = keys;
    }

    /** The connection of {@code apiKey}. */
    public ConnectionId of(String apiKey) {
        try {
            byte[] hash = keys.computePrimary(apiKey.getBytes(StandardCharsets.US_ASCII), OCTETS);
            return new ConnectionId(HexFormat.of().formatHex(hash));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("fingerprinting failed: the keyset cannot hash", e);
        }
    }
}
