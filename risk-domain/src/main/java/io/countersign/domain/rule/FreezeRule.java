package io.countersign.domain.rule;

import io.countersign.domain.control.Freeze;
import io.countersign.domain.finding.Finding;
import io.countersign.domain.finding.RuleId;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Rejects what a freeze of the account, or one that stands for everyone, covers. */
public record FreezeRule() implements Rule {

    static final RuleId ID = new RuleId("account-freeze");
    private static final String NOT_FROZEN = "not frozen";
    private static final Finding PASS = Finding.pass(ID, NOT_FROZEN, NOT_FROZEN, "no freeze covers this request");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public Finding evaluate(RuleInput input) {
        Freeze covering = covering(input.account().standing().freezes().values(), input);
        if (covering == null) {
            covering = covering(input.circumstances().freezes(), input);
        }
        return covering == null ? PASS : frozen(covering);
    }

    private static @Nullable Freeze covering(Collection<Freeze> freezes, RuleInput input) {
        for (Freeze each : freezes) {
            if (each.holds(input.now()) && each.scope().covers(input.request())) {
                return each;
            }
        }
        return null;
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
