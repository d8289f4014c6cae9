package io.countersign.gateway.identity;

import java.time.Instant;
import java.util.Collection;
import java.util.regex.Pattern;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** When the person behind a token proved a second factor: {@code auth_time}, where {@code amr} has {@code mfa} (RFC 8176). */
final class SecondFactor {

    private static final String METHODS = "amr";
    private static final String MULTIPLE = "mfa";
    private static final String TIME = "auth_time";
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,12}");

    private SecondFactor() {}

    /** Null when the token does not tell. */
    static @Nullable Instant of(JsonWebToken token) {
        Object methods = token.getClaim(METHODS);
        Object time = token.getClaim(TIME);
        boolean multiple = methods instanceof Collection<?> all
                && all.stream().anyMatch(each -> unquoted(String.valueOf(each)).equals(MULTIPLE));
        String seconds = String.valueOf(time);
        return multiple && SECONDS.matcher(seconds).matches() ? Instant.ofEpochSecond(Long.parseLong(seconds)) : null;
    }

    /** The parser gives strings within an array as JSON. */
    private static String unquoted(String text) {
        return text.length() > 1 && text.startsWith("\"") && text.endsWith("\"")
                ? text.substring(1, text.length() - 1)
                : text;
    }
}
