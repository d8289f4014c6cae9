package io.countersign.domain.scenario;

import io.countersign.domain.finding.Verdict;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** How well thefts and the owners' own transfers were told apart, over several towns. */
final class Tally {

    private final List<Judged> ordinary;
    private final List<Incident> incidents;

    private Tally(List<Judged> ordinary, List<Incident> incidents) {
        this.ordinary = ordinary;
        this.incidents = incidents;
    }

    static Tally of(List<List<Judged>> towns) {
        return new Tally(
                towns.stream().flatMap(List::stream).filter(Judged::isOrdinary).toList(),
                towns.stream().map(Incident::of).flatMap(List::stream).toList());
    }

    /** The same false alarms, of these attacks only. */
    Tally only(Collection<Attack> attacks) {
        return new Tally(
                ordinary,
                incidents.stream()
                        .filter(each -> attacks.contains(each.attack()))
                        .toList());
    }

    Tally only(Habit habit) {
        return new Tally(
                ordinary.stream().filter(each -> each.send().habit() == habit).toList(), List.of());
    }

    int ordinaryTransfers() {
        return ordinary.size();
    }

    int incidents() {
        return incidents.size();
    }

    int thefts() {
        return incidents.stream().mapToInt(each -> each.transfers().size()).sum();
    }

    /** The owners' own transfers with this verdict or a stricter one, of 1,000. */
    double falseAlarms(Verdict verdict) {
        return 1000.0 * count(ordinary, verdict) / ordinary.size();
    }

    /** The owners' own score that so many of 1,000 reach. */
    double scoreReachedBy(double perThousand) {
        double[] scores = ordinary.stream().mapToDouble(Judged::score).sorted().toArray();
        return scores[(int) (scores.length * (1 - perThousand / 1000))];
    }

    /** Share of the doubted transfers that are thefts. */
    double precision() {
        double found = doubtedThefts();
        return found / (found + count(ordinary, Verdict.STEP_UP));
    }

    /** Share of the thefts' transfers that are doubted. */
    double recall() {
        return doubtedThefts() / thefts();
    }

    /** Share of the incidents with a transfer of this verdict or a stricter one. */
    double found(Verdict verdict) {
        return mean(each -> each.isFound(verdict) ? 1 : 0);
    }

    /** Of the incidents that were found: how many transfers left before, the median. */
    double transfersBefore(Verdict verdict) {
        return median(verdict, each -> each.before(verdict));
    }

    /** Of the incidents that were found: hours since the first transfer, the median. */
    double hoursUntil(Verdict verdict) {
        return median(verdict, each -> each.hoursUntil(verdict));
    }

    double leftBefore() {
        return mean(Incident::leftBefore);
    }

    double left() {
        return mean(Incident::left);
    }

    private double doubtedThefts() {
        return incidents.stream()
                .mapToLong(each -> count(each.transfers(), Verdict.STEP_UP))
                .sum();
    }

    private double mean(ToDoubleFunction<Incident> value) {
        return incidents.stream().mapToDouble(value).average().orElse(Double.NaN);
    }

    private double median(Verdict verdict, ToDoubleFunction<Incident> value) {
        double[] values = incidents.stream()
                .filter(each -> each.isFound(verdict))
                .mapToDouble(value)
                .toArray();
        Arrays.sort(values);
        return values.length == 0 ? Double.NaN : values[values.length / 2];
    }

    private static long count(List<Judged> some, Verdict verdict) {
        return some.stream()
                .filter(each -> each.verdict().compareTo(verdict) >= 0)
                .count();
    }
}
