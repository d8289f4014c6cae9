package io.countersign.domain.rule;

import io.countersign.domain.account.Account;
import java.time.Instant;
import java.util.List;

/** A rule with a bound that fills up and empties again. */
public interface Limit extends Rule {

    /** How full it is for {@code account} at {@code now}; several when it counts by asset or by address. */
    List<LimitStatus> status(Account account, Instant now);
}
