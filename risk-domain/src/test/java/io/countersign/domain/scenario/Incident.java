package io.countersign.domain.scenario;

import io.countersign.domain.finding.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One account's theft.
 *
 * @param transfers that the thief asked for, oldest first, one or more
 */
record Incident(Attack attack, List<Judged> transfers) {

    static List<Incident> of(List<Judged> town) {
        Map<String, List<Judged>> byAccount = new LinkedHashMap<>();
        for (Judged each : town) {
            if (each.isTheft()) {
                byAccount
                        .computeIfAbsent(each.send().account().value(), any -> new ArrayList<>())
                        .add(each);
            }
        }
        return byAccount.values().stream()
                .map(each -> new Incident(attackOf(each.getFirst()), each))
                .toList();
    }

    /** How many transfers came before the first with this verdict or a stricter one; all of them when there is none. */
    int before(Verdict verdict) {
        int index = 0;
        while (index < transfers.size() && transfers.get(index).verdict().compareTo(verdict) < 0) {
            index++;
        }
        return index;
    }

    boolean isFound(Verdict verdict) {
        return before(verdict) < transfers.size();
    }

    /** From the first transfer to the first with this verdict or a stricter one, which there must be. */
    double hoursUntil(Verdict verdict) {
        Duration until = Duration.between(
                transfers.getFirst().send().at(),
                transfers.get(before(verdict)).send().at());
        return until.toSeconds() / 3600.0;
    }

    /** Share of the value asked for that left before the first doubt. */
    double leftBefore() {
        return worth(transfers.subList(0, before(Verdict.STEP_UP))) / worth(transfers);
    }

    /** Share of the value asked for that left, later transfers that were not doubted included. */
    double left() {
        return worth(transfers.stream().filter(each -> !each.isDoubted()).toList()) / worth(transfers);
    }

    private static double worth(List<Judged> some) {
        return some.stream()
                .mapToDouble(each -> each.send().worth().doubleValue())
                .sum();
    }

    private static Attack attackOf(Judged theft) {
        Attack attack = theft.send().attack();
        if (attack == null) {
            throw new IllegalStateException("no theft");
        }
        return attack;
    }
}
