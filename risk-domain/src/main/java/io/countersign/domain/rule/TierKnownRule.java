package io.countersign.domain.rule;

import io.countersign.domain.finding.Finding;
import io.countersign.domain.finding.RuleId;
import java.util.Set;

/** Rejects everything of an account in a tier that the policy does not have: nobody knows its limits. */
public record TierKnownRule(Set<String> tiers) implements Rule {

    static final RuleId ID = new RuleId("tier-known");

    public TierKnownRule {
        tiers = Set.copyOf(tiers);
    }

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public Finding evaluate(RuleInput input) {
        String tier = input.account().standing().tier();
        String observed = tier == null ? "none" : tier;
        String bound = "none, or a tier of the policy";
        if (tier != null && !tiers.contains(tier)) {
            return Finding.reject(ID, observed, bound, "the policy has no tier %s".formatted(tier));
        }
        return Finding.pass(ID, observed, bound, "the limits of the account's tier are known");
    }
}
