package io.countersign.domain.rule;

import io.countersign.domain.control.Freeze;
import io.countersign.domain.finding.Finding;
import io.countersign.domain.finding.RuleId;
import java.util.stream.Stream;

/** Rejects what a freeze of the account, or one that stands for everyone, covers. */
public record FreezeRule() implements Rule {

    static final RuleId ID = new RuleId("account-freeze");
    private static final String NOT_FROZEN = "not frozen";

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public Finding evaluate(RuleInput input) {
        return Stream.concat(
                        input.account().standing().freezes().values().stream(),
                        input.circumstances().freezes().stream())
                .filter(freeze -> freeze.holds(input.now()) && freeze.scope().covers(input.request()))
                .findFirst()
                .map(FreezeRule::frozen)
                .orElseGet(() -> Finding.pass(ID, NOT_FROZEN, NOT_FROZEN, "no freeze covers this request"));
    }

    private static Finding frozen(Freeze freeze) {
        String end = freeze.until() == null ? "" : " until " + freeze.until();
        return Finding.reject(
                ID,
                "%s frozen since %s%s".formatted(freeze.scope(), freeze.at(), end),
                NOT_FROZEN,
                "a freeze of %s: %s".formatted(freeze.scope(), freeze.reason()));
    }
}
