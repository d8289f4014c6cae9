package io.countersign.domain.money;

/** A coin or currency by Binance's code, for example USDT: 1 to 20 upper-case letters and digits. */
public record Asset(String code) {

    private static final int LONGEST = 20;

    public Asset {
        if (code.isEmpty() || code.length() > LONGEST || !isUpperCaseOrDigits(code)) {
            throw new IllegalArgumentException("an asset code is 1 to 20 upper-case letters and digits");
        }
    }

    /** A loop, not a pattern: every amount that is read names its asset, some forty in one account. */
    private static boolean isUpperCaseOrDigits(String text) {
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            if ((each < 'A' || each > 'Z') && (each < '0' || each > '9')) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return code;
    }
}
