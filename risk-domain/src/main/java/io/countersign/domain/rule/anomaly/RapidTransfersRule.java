package io.countersign.domain.rule.anomaly;

import io.countersign.domain.account.Reservation;
import io.countersign.domain.behaviour.Baseline;
import io.countersign.domain.behaviour.Estimate;
import io.countersign.domain.finding.Finding;
import io.countersign.domain.finding.RuleId;
import io.countersign.domain.rule.Rule;
import io.countersign.domain.rule.RuleInput;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Doubts transfers that follow each other much faster than is usual for the account: the longest of the last gaps counts, so that
 * one quick second transfer after a trial is none.
 *
 * @param deviations how many spreads below the mean, on the logarithmic scale of {@link Baseline#gaps()}
 * @param gaps how many of the last must all be short, 1 or more; no longer than the policy remembers spending
 * @param minTransfers how many must be known first
 */
public record RapidTransfersRule(Ramp deviations, int gaps, long minTransfers) implements Rule {

    static final RuleId ID = new RuleId("rapid-transfers");

    public RapidTransfersRule {
        if (gaps < 1) {
            throw new IllegalArgumentException("one gap or more is looked at");
        }
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
        Baseline usual = input.account().activity().baseline();
        if (usual.transfers() < minTransfers) {
            return Words.tooEarly(ID, usual.transfers(), minTransfers);
        }
        List<Instant> before = lastApproved(input);
        if (before.size() < gaps) {
            return Finding.scored(ID, 0, before.size() + " lately", gaps + " lately", "no burst: too few to be one");
        }
        return judged(longestGap(before, input.now()), usual.gaps());
    }

    private Finding judged(Duration longest, Estimate usual) {
        double below = -usual.deviations(Baseline.size(longest));
        int points = deviations.points(below);
        return Finding.scored(
                ID,
                points,
                Words.number(below) + " deviations faster than the usual, gaps up to " + longest,
                deviations.text(),
                points == 0
                        ? "the pace is usual for the account"
                        : "%d transfers in a row came much faster than is usual".formatted(gaps + 1));
    }

    /** The last {@link #gaps} approvals, or all when they are fewer. */
    private List<Instant> lastApproved(RuleInput input) {
        Deque<Instant> last = new ArrayDeque<>(gaps + 1);
        for (Reservation each :
                input.account().activity().exposure().reservations().values()) {
            if (each.destination() != null) {
                last.add(each.countedSince());
                if (last.size() > gaps) {
                    last.remove();
                }
            }
        }
        return List.copyOf(last);
    }

    private static Duration longestGap(List<Instant> last, Instant now) {
        Duration longest = Duration.between(last.getLast(), now);
        for (int i = 1; i < last.size(); i++) {
            Duration gap = Duration.between(last.get(i - 1), last.get(i));
            longest = gap.compareTo(longest) > 0 ? gap : longest;
        }
        return longest.isNegative() ? Duration.ZERO : longest;
    }
}
