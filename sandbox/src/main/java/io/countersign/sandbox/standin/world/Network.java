package io.countersign.sandbox.standin.world;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/** One way out for a coin, with the rules that Binance publishes for it in config/getall. */
public record Network(
        String name, Pattern address, Pattern memo, boolean tagged, BigDecimal fee, BigDecimal min, BigDecimal step) {

    public static final BigDecimal MAX = new BigDecimal("10000000");
}
