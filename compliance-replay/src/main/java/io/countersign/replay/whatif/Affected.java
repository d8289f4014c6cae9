package io.countersign.replay.whatif;

import java.math.BigDecimal;

/** An account that is decided otherwise. */
public record Affected(String account, Side nowRefused, Side nowApproved) {

    BigDecimal value() {
        return nowRefused.value().add(nowApproved.value());
    }
}
