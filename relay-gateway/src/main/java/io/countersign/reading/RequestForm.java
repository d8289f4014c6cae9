package io.countersign.reading;

import io.countersign.reading.Reading.Refused;
import io.countersign.wire.seal.WireRequest;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The outer form of a request: sizes, method, and a target that has only one reading. */
final class RequestForm {

    static final int LONGEST_TARGET = 8 * 1024;
    static final int LONGEST_BODY = 16 * 1024;

    private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "DELETE");
    /** Unreserved characters, escapes, separators, and the few others that values may hold and that clients leave as they are. */
    private static final String PLAIN = "-._~%&=+:,@/!'()*";

    private RequestForm() {}

    /** Null when method, target and size of the body are fit to be read further. */
    static @Nullable Refused check(WireRequest wire) {
        if (!METHODS.contains(wire.method())) {
            return Misreading.METHOD_NOT_ALLOWED.because(
                    "method: send GET or POST, as the endpoint's documentation says");
        }
        String target = wire.target();
        if (target.length() > LONGEST_TARGET) {
            return Misreading.TARGET_TOO_LONG.because("target: send at most %d octets".formatted(LONGEST_TARGET));
        }
        if (!target.startsWith("/")) {
            return Misreading.MALFORMED_TARGET.because(
                    "target: send a path that starts with /, without scheme or host");
        }
        if (wire.body().length() > LONGEST_BODY) {
            return Misreading.BODY_TOO_LONG.because("body: send at most %d octets".formatted(LONGEST_BODY));
        }
        return null;
    }

    /** Null when a query or form body holds only characters that every parser reads alike. */
    static @Nullable Refused checkCharacters(String part, String where) {
        for (int i = 0; i < part.length(); i++) {
            if (!isPlain(part.charAt(i))) {
                return Misreading.ILLEGAL_CHARACTERS.because(
                        "%s: percent-encode (UTF-8) everything but letters, digits and %s; it is at position %d"
                                .formatted(where, "- . _ ~ : , @ / ! ' ( ) *", i));
            }
        }
        return null;
    }

    private static boolean isPlain(char c) {
        return isAlphanumeric(c) || PLAIN.indexOf(c) >= 0;
    }

    /** ASCII letters and digits only. */
    static boolean isAlphanumeric(char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }
}
