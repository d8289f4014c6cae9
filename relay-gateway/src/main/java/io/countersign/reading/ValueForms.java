package io.countersign.reading;

import java.util.regex.Pattern;

/** The forms of values that also come in other ways than in a signed request, so that both mean the same. */
public final class ValueForms {

    /** Binance's own format; every key that it published has it. A signature does not cover the key, so it must be exact. */
    private static final Pattern API_KEY = Pattern.compile("[A-Za-z0-9]{64}");

    private ValueForms() {}

    public static boolean isApiKey(String text) {
        return API_KEY.matcher(text).matches();
    }

    public static boolean isNetwork(String text) {
        return ValueType.NETWORK.accepts(text);
    }

    public static boolean isAddress(String text) {
        return ValueType.ADDRESS.accepts(text);
    }

    public static boolean isTag(String text) {
        return ValueType.TAG.accepts(text);
    }
}
