package io.countersign.gateway.config;

import io.countersign.wire.settings.StartException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What must be there before the gateway takes a request, apart from keys and topics; each failure is one line. */
public final class StartChecks {

    private static final String JWT_KEYS = "mp.jwt.verify.publickey.location";

    private StartChecks() {}

    /** Fails when the keys that verify bearer tokens are not configured or, as a file, not readable. */
    public static void requireTokenKeys(Optional<String> location) {
        String text = location.orElseThrow(() -> new StartException(JWT_KEYS + ": not set; name the issuer's JWK set"));
        if (!text.startsWith("file:") && !text.startsWith("/")) {
            return;
        }
        Path file = text.startsWith("file:") ? Path.of(URI.create(text)) : Path.of(text);
        if (!Files.isReadable(file)) {
            throw new StartException("%s: cannot read %s".formatted(JWT_KEYS, file));
        }
    }
}
