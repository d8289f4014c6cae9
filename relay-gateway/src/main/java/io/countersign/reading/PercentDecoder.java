package io.countersign.reading;

import io.countersign.reading.Reading.Refused;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** Decodes one value exactly once, and refuses what a second decoder could read differently. */
final class PercentDecoder {

    private static final int ESCAPE_LENGTH = 3;

    /** What some decoder would take for an escape; a percent sign before anything else is one for every decoder. */
    private static final Pattern ESCAPE = Pattern.compile("%([0-9A-Fa-f]{2}|[uU])");

    private PercentDecoder() {}

    /** What came of decoding. */
    sealed interface Result {

        record Decoded(String value) implements Result {}

        record Broken(Refused refused) implements Result {}
    }

    /** Decodes {@code raw}, the value of {@code rule}'s parameter. */
    static Result decode(ParameterRule rule, String raw) {
        ByteArrayOutputStream octets = new ByteArrayOutputStream(raw.length());
        int i = 0;
        while (i < raw.length()) {
            char c = raw.charAt(i);
            if (c == '%') {
                int octet = escapeAt(raw, i);
                if (octet < 0 || isUnreserved((char) octet)) {
                    return broken(rule, "write escapes as % and two hex digits, and only for characters that need one");
                }
                octets.write(octet);
                i += ESCAPE_LENGTH;
                continue;
            }
            if (!mayStandRaw(rule, c)) {
                return broken(rule, "percent-encode + and = in the value");
            }
            octets.write(c == '+' && rule.type() == ValueType.LABEL ? ' ' : c);
            i++;
        }
        return decodeText(rule, octets.toByteArray());
    }

    private static boolean mayStandRaw(ParameterRule rule, char c) {
        return switch (c) {
            case '+' -> rule.type().allowsPlus();
            case '=' -> rule.type() == ValueType.SIGNATURE;
            default -> true;
        };
    }

    /** The escaped octet at {@code i}, or -1 when it is no escape. */
    private static int escapeAt(String raw, int i) {
        if (i + ESCAPE_LENGTH > raw.length()
                || !HexFormat.isHexDigit(raw.charAt(i + 1))
                || !HexFormat.isHexDigit(raw.charAt(i + 2))) {
            return -1;
        }
        return HexFormat.fromHexDigits(raw, i + 1, i + ESCAPE_LENGTH);
    }

    /** The tilde is not among them: form encoders escape it. */
    private static boolean isUnreserved(char c) {
        return RequestForm.isAlphanumeric(c) || c == '-' || c == '.' || c == '_';
    }

    private static Result decodeText(ParameterRule rule, byte[] octets) {
        String value;
        try {
            value = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(octets))
                    .toString();
        } catch (CharacterCodingException e) {
            return broken(rule, "percent-encode the value as UTF-8");
        }
        if (ESCAPE.matcher(value).find()) {
            return broken(rule, "percent-encode the value once, not twice");
        }
        if (value.codePoints().anyMatch(Character::isISOControl)) {
            return broken(rule, "send no control characters");
        }
        return new Result.Decoded(value);
    }

    private static Result broken(ParameterRule rule, String remedy) {
        return new Result.Broken(Misreading.ILLEGAL_CHARACTERS.because("%s: %s".formatted(rule.name(), remedy)));
    }
}
