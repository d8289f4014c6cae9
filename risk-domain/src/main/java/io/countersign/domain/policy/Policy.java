package io.countersign.domain.policy;

import io.countersign.domain.account.Account;
import io.countersign.domain.finding.Finding;
import io.countersign.domain.money.Asset;
import io.countersign.domain.request.RequestFacts;
import io.countersign.domain.rule.Rule;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * One version of what is allowed. Immutable, as its version was published.
 *
 * @param version 1 or more; 0 for {@link #none}
 * @param quote the currency of every cap
 * @param memory how long a reservation or a decision still matters: the longest window plus the retry horizon
 * @param rules all of them run on every request, in this order
 */
public record Policy(long version, Asset quote, Duration memory, List<Rule> rules) {

    private static final Asset NO_QUOTE = new Asset("NONE");

    public Policy {
        rules = List.copyOf(rules);
    }

    /** The policy before any was published. It has no rule, so it approves nothing, and it forgets nothing. */
    public static Policy none() {
        return new Policy(0, NO_QUOTE, Duration.ofDays(366), List.of());
    }

    /** What every rule finds. */
    public List<Finding> evaluate(RequestFacts request, Account account, Instant now) {
        return rules.stream().map(rule -> rule.evaluate(request, account, now)).toList();
    }
}
