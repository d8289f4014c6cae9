package io.countersign.sandbox.demo.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.sandbox.demo.Checks;
import io.countersign.sandbox.demo.Seen;
import io.countersign.sandbox.demo.step.UnknownPathRefused;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The table fits its columns whatever a cell says. */
class ResultTableTest {
    private static final int COLUMNS = 120;

    private final StringWriter written = new StringWriter();
    private final ResultTable table = new ResultTable(new PrintWriter(written), Palette.PLAIN);

    @Test
    void longCellsAreWrappedWithinTheColumns() {
        table.head();
        table.row(new UnknownPathRefused(), new Seen(true, "a word ".repeat(40) + "x".repeat(130)));

        assertThat(lines()).hasSizeGreaterThan(5).allSatisfy(line -> assertThat(line.length())
                .isLessThanOrEqualTo(COLUMNS));
        assertThat(written.toString().replaceAll("\\s", "")).contains("x".repeat(130));
    }

    @Test
    void aRowIsNumberedAndMarked() {
        table.row(new UnknownPathRefused(), new Seen(true, "fine"));
        table.row(new UnknownPathRefused(), new Seen(false, "not fine"));

        assertThat(lines())
                .anySatisfy(line -> assertThat(line).startsWith("  1").endsWith("✔"));
        assertThat(lines())
                .anySatisfy(line -> assertThat(line).startsWith("  2").endsWith("✘"));
    }

    @Test
    void oneObservationThatWasNotExpectedSpoilsTheStep() {
        Seen seen = new Checks()
                .saw("one", true)
                .require(false, "two")
                .saw("three", true)
                .seen();

        assertThat(seen).isEqualTo(new Seen(false, "one; two; three"));
    }

    private List<String> lines() {
        return written.toString().lines().toList();
    }
}
