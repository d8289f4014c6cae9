package io.countersign.domain.rule.anomaly;

import io.countersign.domain.account.Exposure;
import io.countersign.domain.account.Reservation;
import io.countersign.domain.account.SpendWindow;
import io.countersign.domain.finding.Finding;
import io.countersign.domain.finding.RuleId;
import io.countersign.domain.money.Amount;
import io.countersign.domain.rule.Rule;
import io.countersign.domain.rule.RuleInput;
import java.math.BigDecimal;
import java.util.List;

/**
 * Doubts transfers that stay just below a cap, again and again: what is one sum was cut to pass (structuring).
 *
 * @param count how many hug the same cap in the window, this one included
 * @param caps the policy's own and the law's that people cut sums for, in one currency
 * @param share how far below a cap still hugs it, of the cap, more than 0 and less than 1; the cap itself hugs too
 * @param window what it looks back on; no longer than the policy remembers spending
 * @param text of the caps for a person: made once
 */
public record LimitHuggingRule(Ramp count, List<Amount> caps, BigDecimal share, SpendWindow window, String text)
        implements Rule {

    static final RuleId ID = new RuleId("limit-hugging");

    public LimitHuggingRule {
        caps = List.copyOf(caps);
        if (share.signum() <= 0 || share.compareTo(BigDecimal.ONE) >= 0) {
            throw new IllegalArgumentException("a share is more than 0 and less than 1");
        }
        if (caps.stream().map(Amount::asset).distinct().count() != 1) {
            throw new IllegalArgumentException("there is a cap or more, all in one currency");
        }
    }

    public LimitHuggingRule(Ramp count, List<Amount> caps, BigDecimal share, SpendWindow window) {
        this(count, caps, share, window, caps.toString());
    }

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public Finding evaluate(RuleInput input) {
        if (Words.destinationOf(input.request()) == null) {
            return Finding.notApplicable(ID);
        }
        Amount worth = input.worthIn(caps.getFirst().asset());
        if (worth == null) {
            return Finding.scored(ID, 0, "unknown", "known worth", "the worth of the transfer is not known");
        }
        Exposure exposure = input.account().activity().exposure();
        for (Amount cap : caps) {
            if (hugs(worth, cap)) {
                return judged(cap, 1 + exposure.count(window, input.now(), each -> hugged(each, cap)));
            }
        }
        return Finding.scored(ID, 0, worth.toString(), text, "hugs no cap");
    }

    private Finding judged(Amount cap, int hugging) {
        int points = count.points(hugging);
        return Finding.scored(
                ID,
                points,
                "%d transfers just below %s in %s".formatted(hugging, cap, window),
                count.text(),
                points == 0
                        ? "just below a cap, but not again and again"
                        : "transfers stay just below a cap, repeatedly");
    }

    private boolean hugged(Reservation each, Amount cap) {
        return each.destination() != null && hugs(each.value(), cap);
    }

    private boolean hugs(Amount worth, Amount cap) {
        return worth.asset().equals(cap.asset())
                && !worth.exceeds(cap)
                && worth.value().compareTo(cap.value().multiply(BigDecimal.ONE.subtract(share))) >= 0;
    }
}
