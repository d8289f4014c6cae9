package io.countersign.reading;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one parameter of an endpoint may be.
 *
 * @param min lowest INTEGER
 * @param max highest INTEGER
 * @param values of an ENUM
 */
record ParameterRule(
        String name,
        ValueType type,
        boolean mandatory,
        @Nullable Integer min,
        @Nullable Integer max,
        @Nullable List<String> values) {

    /** Null when {@code value}, decoded, is allowed. */
    Reading.@Nullable Refused check(String value) {
        if (!type.accepts(value) || !isListed(value)) {
            return type.reason().because("%s: %s".formatted(name, form()));
        }
        return null;
    }

    private boolean isListed(String value) {
        return switch (type) {
            case ENUM -> values != null && values.contains(value);
            case INTEGER -> isInRange(new BigDecimal(value));
            default -> true;
        };
    }

    private boolean isInRange(BigDecimal value) {
        return min != null
                && max != null
                && value.compareTo(BigDecimal.valueOf(min)) >= 0
                && value.compareTo(BigDecimal.valueOf(max)) <= 0;
    }

    private String form() {
        return switch (type) {
            case ENUM -> "send one of " + values;
            case INTEGER -> "send a whole number from %d to %d".formatted(min, max);
            default -> "send " + type.form();
        };
    }
}
