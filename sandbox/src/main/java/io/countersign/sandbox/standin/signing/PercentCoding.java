package io.countersign.sandbox.standin.signing;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Percent-decoding, once and strictly: a broken escape or broken UTF-8 has no value. */
final class PercentCoding {

    private PercentCoding() {}

    /** As in a form: a plus is a space. */
    static Optional<String> decodeForm(String latin1) {
        return decode(latin1.replace('+', ' '));
    }

    /** A plus stays a plus: some clients send base64 as it is. */
    static Optional<String> decode(String latin1) {
        ByteArrayOutputStream octets = new ByteArrayOutputStream(latin1.length());
        for (int at = 0; at < latin1.length(); at++) {
            char character = latin1.charAt(at);
            if (character != '%') {
                octets.write(character);
                continue;
            }
            int octet = escape(latin1, at);
            if (octet < 0) {
                return Optional.empty();
            }
            octets.write(octet);
            at += 2;
        }
        return utf8(octets.toByteArray());
    }

    private static int escape(String text, int percent) {
        if (percent + 2 >= text.length()) {
            return -1;
        }
        int high = Character.digit(text.charAt(percent + 1), 16);
        int low = Character.digit(text.charAt(percent + 2), 16);
        return high < 0 || low < 0 ? -1 : high * 16 + low;
    }

    private static Optional<String> utf8(byte[] octets) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(octets))
                    .toString());
        } catch (CharacterCodingException notUtf8) {
            return Optional.empty();
        }
    }
}
