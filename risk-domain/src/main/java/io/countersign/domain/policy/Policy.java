package io.countersign.domain.policy;

import io.countersign.domain.account.Account;
import io.countersign.domain.finding.Finding;
import io.countersign.domain.id.AccountId;
import io.countersign.domain.money.Asset;
import io.countersign.domain.rule.Limit;
import io.countersign.domain.rule.LimitStatus;
import io.countersign.domain.rule.RuleInput;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One version of what is allowed. Immutable, as its version was published.
 *
 * @param version 1 or more; 0 for {@link #none}
 * @param quote the currency of every cap
 * @param base for accounts in no tier
 * @param tiers by the tier's name
 * @param accounts for one account, whatever its tier
 * @param lookUps when an unknown outcome is resolved
 * @param guard null for no alert
 */
public record Policy(
        long version,
        Asset quote,
        Memory memory,
        RuleBook base,
        Map<String, RuleBook> tiers,
        Map<AccountId, RuleBook> accounts,
        StepUp stepUp,
        LookUpRules lookUps,
        @Nullable Guard guard) {

    private static final Asset NO_QUOTE = new Asset("NONE");

    public Policy {
        tiers = Map.copyOf(tiers);
        accounts = Map.copyOf(accounts);
    }

    /** The policy before any was published. It has no rule, so it approves nothing, and it forgets nothing. */
    public static Policy none() {
        Duration year = Duration.ofDays(366);
        StepUp never = new StepUp(Duration.ZERO, Duration.ZERO);
        return new Policy(
                0,
                NO_QUOTE,
                new Memory(year, year),
                RuleBook.EMPTY,
                Map.of(),
                Map.of(),
                never,
                LookUpRules.DEFAULT,
                null);
    }

    /** What every rule that holds for the account finds. */
    public List<Finding> evaluate(RuleInput input) {
        return bookOf(input.account()).evaluate(input);
    }

    /** How full every limit of {@code account} is at {@code now}. */
    public List<LimitStatus> limits(Account account, Instant now) {
        return bookOf(account).rules().stream()
                .filter(Limit.class::isInstance)
                .flatMap(limit -> ((Limit) limit).status(account, now).stream())
                .toList();
    }

    /** The rules that hold for {@code account}. */
    public RuleBook bookOf(Account account) {
        RuleBook own = accounts.get(account.id());
        if (own != null) {
            return own;
        }
        String tier = account.standing().tier();
        return tier == null ? base : tiers.getOrDefault(tier, base);
    }
}
