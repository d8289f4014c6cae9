package io.countersign.sandbox.harm;

import io.countersign.sandbox.demo.report.Palette;
import java.io.PrintWriter;
import java.util.List;

/** Prints a line for each step as it ends, and what to look at below those that failed. */
public final class HarmTable {
    private static final int MOST_PROBLEMS = 20;

    private final PrintWriter out;
    private final Palette palette;

    public HarmTable(PrintWriter out, Palette palette) {
        this.out = out;
        this.palette = palette;
    }

    public void head() {
        line("", "", "---- what", "clients", "were told", "----", "", "", "", "longest", "unknown", "");
        line(
                "step",
                "offered",
                "done",
                "refused",
                "not sent",
                "taken",
                "unsure",
                "silence",
                "executed",
                "gap ms",
                "then/left",
                " ");
    }

    public void row(StepResult result) {
        line(
                result.step(),
                result.offered(),
                result.told(Word.DONE),
                result.told(Word.REFUSED),
                result.told(Word.NOT_SENT),
                result.told(Word.TAKEN),
                result.told(Word.UNSURE),
                result.told(Word.SILENCE),
                result.executed(),
                result.longestGapMillis(),
                result.unknown() + "/" + result.stillUnknown(),
                palette.mark(result.isPassed()));
        out.println("    " + result.what());
        below(result.remarks());
        below(result.problems());
        out.flush();
    }

    private void below(List<String> lines) {
        lines.stream().limit(MOST_PROBLEMS).forEach(line -> out.println("    ! " + line));
        if (lines.size() > MOST_PROBLEMS) {
            out.println("    ! and " + (lines.size() - MOST_PROBLEMS) + " more");
        }
    }

    private void line(Object... cells) {
        out.println("%-32s %7s %6s %7s %8s %6s %6s %7s %8s %8s %9s  %s"
                .formatted(cells)
                .stripTrailing());
        out.flush();
    }
}
