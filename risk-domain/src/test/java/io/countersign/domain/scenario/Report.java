package io.countersign.domain.scenario;

import io.countersign.domain.finding.Verdict;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.StringJoiner;

/** The tables of docs/reference/anomaly.md. */
final class Report {

    /** What the rules are meant to see; the patient thief acts as the owner does and is reported beside. */
    static final Set<Attack> MEANT = EnumSet.complementOf(EnumSet.of(Attack.PATIENT));

    private Report() {}

    static String of(Tally rules, Tally forest) {
        return String.join(
                "\n",
                "# Anomaly report",
                "",
                thefts(rules),
                thefts(forest, "Random cut forests"),
                owners(rules, forest));
    }

    private static String thefts(Tally rules) {
        return thefts(rules, "The rules");
    }

    private static String thefts(Tally tally, String title) {
        StringJoiner lines = new StringJoiner("\n", "## " + title + "\n\n", "\n");
        lines.add("| attack | incidents | transfers | precision | recall | stepped up | transfers before | hours"
                + " | value left before | value left | refused | transfers before | hours |");
        lines.add("|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|");
        for (Attack attack : Attack.values()) {
            lines.add(line(attack.name(), tally.only(EnumSet.of(attack))));
        }
        lines.add(line("all but PATIENT", tally.only(MEANT)));
        lines.add(line("all", tally));
        return lines.toString();
    }

    private static String line(String name, Tally tally) {
        return String.format(
                Locale.ROOT,
                "| %s | %d | %d | %.2f | %.2f | %.0f %% | %s | %s | %.0f %% | %.0f %% | %.0f %% | %s | %s |",
                name,
                tally.incidents(),
                tally.thefts(),
                tally.precision(),
                tally.recall(),
                100 * tally.found(Verdict.STEP_UP),
                number(tally.transfersBefore(Verdict.STEP_UP), 0),
                number(tally.hoursUntil(Verdict.STEP_UP), 1),
                100 * tally.leftBefore(),
                100 * tally.left(),
                100 * tally.found(Verdict.REJECT),
                number(tally.transfersBefore(Verdict.REJECT), 0),
                number(tally.hoursUntil(Verdict.REJECT), 1));
    }

    private static String owners(Tally rules, Tally forest) {
        StringJoiner lines = new StringJoiner("\n", "## The owners' own transfers, doubted of 1,000\n\n", "\n");
        lines.add("| habit | transfers | stepped up | refused | forests |");
        lines.add("|---|--:|--:|--:|--:|");
        for (Habit habit : Habit.values()) {
            lines.add(owners(habit.name(), rules.only(habit), forest.only(habit)));
        }
        lines.add(owners("all", rules, forest));
        return lines.toString();
    }

    private static String owners(String name, Tally rules, Tally forest) {
        return String.format(
                Locale.ROOT,
                "| %s | %d | %.1f | %.2f | %.1f |",
                name,
                rules.ordinaryTransfers(),
                rules.falseAlarms(Verdict.STEP_UP),
                rules.falseAlarms(Verdict.REJECT),
                forest.falseAlarms(Verdict.STEP_UP));
    }

    private static String number(double value, int decimals) {
        return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%." + decimals + "f", value);
    }
}
