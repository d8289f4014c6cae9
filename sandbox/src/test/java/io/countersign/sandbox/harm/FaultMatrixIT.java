package io.countersign.sandbox.harm;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.sandbox.Sandbox;
import io.countersign.sandbox.TestSandbox;
import io.countersign.sandbox.demo.report.Palette;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A short run of {@code bin/countersign faults}, always the same one; {@code -DexcludedGroups=faults} leaves it out. */
@Tag("faults")
class FaultMatrixIT {
    private static final long SEED = 20261122;
    private static final Duration TIME = Duration.ofMinutes(2);

    /** What the promises hang on most comes first: on a slow machine the last ones are left out. */
    private static final List<String> STEPS = List.of(
            "fence-relay", "kill-engine+fail-after", "kill-broker", "kill-relay+reset-after", "pause-gateway+ban");

    @Test
    void everyPromiseHoldsWhateverIsHurt() throws InterruptedException {
        StringWriter said = new StringWriter();
        PrintWriter out = new PrintWriter(said, true);
        HarmReport report;
        Sandbox sandbox = Sandbox.start(FaultMatrix.system(TestSandbox.settings("faults")));
        try {
            report = new FaultMatrix(sandbox, new HarmTable(out, Palette.PLAIN)).play(HarmPlan.of(SEED, STEPS), TIME);
        } finally {
            sandbox.stop();
        }
        System.out.println(said);

        assertThat(report.failed()).as(said.toString()).isZero();
        assertThat(report.steps().getFirst().executed()).isPositive();
        assertThat(report.steps().getFirst().answers()).containsKeys(Word.DONE, Word.NOT_SENT, Word.TAKEN);
    }
}
