package io.countersign.replay.account;

import io.countersign.domain.account.AccountEvent.RequestDecided;
import io.countersign.domain.account.Outcome;
import io.countersign.domain.behaviour.Baseline;
import io.countersign.domain.behaviour.Estimate;
import io.countersign.domain.finding.Finding;
import io.countersign.domain.request.RequestFacts;
import io.countersign.domain.request.Transfer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The same things in the same words, whoever shows them. */
final class Texts {

    private static final int USUAL_HOURS = 3;

    private Texts() {}

    /** For example: 77 USDT to ETH:0xa11ce. */
    static String asked(RequestFacts request) {
        Transfer transfer = request.transfer();
        if (transfer == null) {
            return request.endpoint().toString();
        }
        return transfer.amount() + " to "
                + (transfer.destination() == null ? "the user's own wallet" : transfer.destination());
    }

    static String finding(Finding finding) {
        String seen = finding.observed().isEmpty() ? "" : " (%s; %s)".formatted(finding.observed(), finding.bound());
        String score = finding.score() == 0 ? "" : ", %d points".formatted(finding.score());
        return "%-7s %-24s %s%s%s".formatted(finding.verdict(), finding.rule(), finding.sentence(), seen, score);
    }

    static String outcome(@Nullable Outcome outcome) {
        if (outcome == null) {
            return "nothing yet";
        }
        return "%s: %s%s%s"
                .formatted(
                        outcome.outcome(),
                        outcome.reason(),
                        unlessSaid(outcome, ", HTTP ", outcome.httpStatus()),
                        unlessSaid(outcome, ", code ", outcome.binanceCode()));
    }

    /** The relay's sentence has these numbers, mostly. */
    private static String unlessSaid(Outcome outcome, String name, @Nullable Integer number) {
        return number == null || outcome.reason().contains(name.substring(2) + number) ? "" : name + number;
    }

    static String decision(RequestDecided decided, @Nullable Outcome outcome) {
        return "%-8s  %s  %s%s"
                .formatted(
                        decided.status(),
                        decided.request().id(),
                        asked(decided.request()),
                        outcome == null ? "" : "  " + outcome.outcome());
    }

    /** What is usual, in words; nothing is learnt before the first transfer. */
    static List<String> baseline(Baseline baseline) {
        if (baseline.transfers() == 0) {
            return List.of("nothing is known: no transfer left the account");
        }
        Estimate amounts = baseline.amounts();
        String quote = baseline.quote() == null ? "" : " " + baseline.quote();
        return List.of(
                "%d transfers, the last at %s".formatted(baseline.transfers(), baseline.lastAt()),
                "usually about %s%s, mostly %s to %s"
                        .formatted(
                                worth(amounts.mean()),
                                quote,
                                worth(amounts.mean() - amounts.spread()),
                                worth(amounts.mean() + amounts.spread())),
                "most often at %s UTC".formatted(hours(baseline.hours().weights())),
                "%d known destinations, %d %% of transfers went to a new one"
                        .formatted(baseline.destinations().size(), Math.round(baseline.novelty() * 100)));
    }

    private static String worth(double size) {
        return BigDecimal.valueOf(Math.max(0, Math.expm1(size)))
                .setScale(2, RoundingMode.HALF_UP)
                .toPlainString();
    }

    private static String hours(List<Integer> weights) {
        return IntStream.range(0, weights.size())
                .filter(hour -> weights.get(hour) > 0)
                .boxed()
                .sorted(Comparator.comparing((Integer hour) -> weights.get(hour))
                        .reversed())
                .limit(USUAL_HOURS)
                .map(hour -> String.format(Locale.ROOT, "%02d h", hour))
                .collect(Collectors.joining(", "));
    }
}
