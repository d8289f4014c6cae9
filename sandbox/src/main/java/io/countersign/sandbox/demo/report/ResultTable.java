package io.countersign.sandbox.demo.report;

import io.countersign.sandbox.demo.Seen;
import io.countersign.sandbox.demo.Step;
import java.io.PrintWriter;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** Prints rows as they come, their cells wrapped, within 120 columns. */
public final class ResultTable {
    private static final int NUMBER = 3;
    private static final int WHAT = 32;
    private static final int EXPECTED = 28;
    private static final int SEEN = 44;
    private static final String GAP = "  ";

    private final PrintWriter out;
    private final Palette palette;
    private int number;

    public ResultTable(PrintWriter out, Palette palette) {
        this.out = out;
        this.palette = palette;
    }

    public void head() {
        line("  #", "what", "expected", "seen", " ");
        line("-".repeat(NUMBER), "-".repeat(WHAT), "-".repeat(EXPECTED), "-".repeat(SEEN), "-");
        out.flush();
    }

    public void row(Step step, Seen seen) {
        number++;
        List<String> what = Wrap.at(WHAT, step.sentence());
        List<String> expected = Wrap.at(EXPECTED, step.expected());
        List<String> words = Wrap.at(SEEN, seen.words());
        int height =
                Collections.max(Stream.of(what, expected, words).map(List::size).toList());
        for (int i = 0; i < height; i++) {
            boolean first = i == 0;
            line(
                    first ? "%3d".formatted(number) : "",
                    cell(what, i),
                    cell(expected, i),
                    cell(words, i),
                    first ? palette.mark(seen.asExpected()) : "");
        }
        out.flush();
    }

    private void line(String... cells) {
        String text = pad(cells[0], NUMBER)
                + GAP
                + pad(cells[1], WHAT)
                + GAP
                + pad(cells[2], EXPECTED)
                + GAP
                + pad(cells[3], SEEN)
                + GAP
                + cells[4];
        out.println(text.stripTrailing());
    }

    private static String cell(List<String> lines, int index) {
        return index < lines.size() ? lines.get(index) : "";
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }
}
