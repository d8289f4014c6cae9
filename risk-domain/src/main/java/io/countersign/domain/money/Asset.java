package io.countersign.domain.money;

import java.util.regex.Pattern;

/** A coin or currency by Binance's code, for example USDT: 1 to 20 upper-case letters and digits. */
public record Asset(String code) {

    private static final Pattern CODE = Pattern.compile("[A-Z0-9]{1,20}");

    public Asset {
        if (!CODE.matcher(code).matches()) {
            throw new IllegalArgumentException("an asset code is 1 to 20 upper-case letters and digits");
        }
    }

    @Override
    public String toString() {
        return code;
    }
}
