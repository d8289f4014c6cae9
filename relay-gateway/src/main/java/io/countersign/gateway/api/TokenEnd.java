package io.countersign.gateway.api;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** When a token expires that was verified before: nothing is trusted here that was not. */
final class TokenEnd {

    private static final JsonMapper JSON = new JsonMapper();

    private TokenEnd() {}

    /** At once when the token does not tell. */
    static Instant of(@Nullable String authorization) {
        String[] parts = String.valueOf(authorization).split("\\.", -1);
        if (parts.length != 3) {
            return Instant.EPOCH;
        }
        try {
            byte[] claims = Base64.getUrlDecoder().decode(parts[1]);
            return Instant.ofEpochSecond(JSON.readTree(claims).path("exp").asLong());
        } catch (IOException | IllegalArgumentException e) {
            return Instant.EPOCH;
        }
    }
}
