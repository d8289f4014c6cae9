package io.countersign.wire.mapping;

import io.countersign.domain.money.Amount;
import io.countersign.domain.money.Asset;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/** Plain decimals as they travel: no sign, no exponent, so that a few octets cannot ask for a number of a billion digits. */
final class Decimals {

    private static final Pattern PLAIN = Pattern.compile("[0-9]{1,64}(\\.[0-9]{1,64})?");

    private Decimals() {}

    static BigDecimal parse(String text) {
        if (!PLAIN.matcher(text).matches()) {
            throw new IllegalArgumentException("a decimal is at most 64 digits, a point and at most 64 digits");
        }
        return new BigDecimal(text);
    }

    static Amount amount(String text, String asset) {
        return new Amount(parse(text), new Asset(asset));
    }
}
