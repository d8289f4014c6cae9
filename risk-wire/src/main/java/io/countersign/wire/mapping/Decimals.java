package io.countersign.wire.mapping;

import io.countersign.domain.money.Amount;
import io.countersign.domain.money.Asset;
import java.math.BigDecimal;

/** Plain decimals as they travel: no sign, no exponent, so that a few octets cannot ask for a number of a billion digits. */
final class Decimals {

    private static final int MOST_DIGITS = 64;

    private Decimals() {}

    static BigDecimal parse(String text) {
        if (!isPlain(text)) {
            throw new IllegalArgumentException("a decimal is at most 64 digits, a point and at most 64 digits");
        }
        return new BigDecimal(text);
    }

    /** A loop, not a pattern: an account has dozens. */
    private static boolean isPlain(String text) {
        int point = text.indexOf('.');
        return point < 0
                ? isDigits(text, 0, text.length())
                : isDigits(text, 0, point) && isDigits(text, point + 1, text.length());
    }

    private static boolean isDigits(String text, int from, int to) {
        if (from == to || to - from > MOST_DIGITS) {
            return false;
        }
        for (int i = from; i < to; i++) {
            char each = text.charAt(i);
            if (each < '0' || each > '9') {
                return false;
            }
        }
        return true;
    }

    static Amount amount(String text, String asset) {
        return new Amount(parse(text), new Asset(asset));
    }
}
