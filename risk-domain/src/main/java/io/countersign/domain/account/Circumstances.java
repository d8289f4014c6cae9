package io.countersign.domain.account;

import io.countersign.domain.control.Freeze;
import java.util.List;

/**
 * What was known beyond the account when a request was judged. Recorded with the decision, so that it can be judged again.
 *
 * @param destinationAccounts how many other accounts sent to the request's destination lately, 0 or more
 * @param freezes that stand for every account and cover the request
 */
public record Circumstances(int destinationAccounts, List<Freeze> freezes) {

    /** Nothing of note. */
    public static final Circumstances NONE = new Circumstances(0, List.of());

    public Circumstances {
        freezes = List.copyOf(freezes);
        if (destinationAccounts < 0) {
            throw new IllegalArgumentException("a number of accounts is 0 or more");
        }
    }
}
