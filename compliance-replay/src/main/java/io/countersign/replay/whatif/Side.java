package io.countersign.replay.whatif;

import java.math.BigDecimal;

/**
 * How many, and worth how much in the policy's quote currency by the prices pinned in the requests.
 *
 * @param count 0 or more
 */
public record Side(long count, BigDecimal value) {

    static final Side NONE = new Side(0, BigDecimal.ZERO);

    Side plus(BigDecimal one) {
        return new Side(count + 1, value.add(one));
    }

    Side plus(Side other) {
        return new Side(count + other.count, value.add(other.value));
    }
}
