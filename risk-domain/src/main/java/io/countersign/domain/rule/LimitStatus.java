package io.countersign.domain.rule;

import io.countersign.domain.finding.RuleId;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How full one limit is.
 *
 * @param of the asset or destination that it counts; null for all
 * @param unit the quote currency, or "transfers"
 * @param window what it looks back on, for a person
 * @param used null when it is counted in another currency, so that nothing more is allowed
 * @param nextFreeAt when the next part of it is free again; null when nothing is used
 */
public record LimitStatus(
        RuleId rule,
        @Nullable String of,
        String unit,
        String window,
        BigDecimal bound,
        @Nullable BigDecimal used,
        @Nullable Instant nextFreeAt) {

    /** What is left, zero or more. */
    public BigDecimal left() {
        return used == null ? BigDecimal.ZERO : bound.subtract(used).max(BigDecimal.ZERO);
    }
}
