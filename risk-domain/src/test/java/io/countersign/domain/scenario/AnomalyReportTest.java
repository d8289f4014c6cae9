package io.countersign.domain.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.domain.finding.Verdict;
import io.countersign.domain.policy.Policy;
import io.countersign.domain.rule.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What docs/reference/anomaly.md says of the scoring rules, on seeds that nothing was chosen on. The bounds are looser than what was
 * measured; the tables are written to target/anomaly-report.md.
 */
class AnomalyReportTest {

    /** {@code -Dcountersign.towns=N}: so many seeds from 1 on. */
    private static final int TOWNS = Integer.getInteger("countersign.towns", 2);

    private static final List<Rule> SCORING = Scoring.rules(Scoring.WEIGHTS);
    private static final Policy POLICY = Scoring.policy(Scoring.THRESHOLDS, SCORING);

    private static Tally rules;
    private static Tally forest;

    @BeforeAll
    static void play() throws IOException {
        rules = tally(LongStream.rangeClosed(1, TOWNS), AnomalyReportTest::judgeByRules);
        forest = tally(LongStream.rangeClosed(1, TOWNS), town -> Forest.play(town, Forest.THRESHOLD));
        Path report = Path.of("target", "anomaly-report.md");
        Files.createDirectories(report.getParent());
        Files.writeString(report, Report.of(rules, forest));
    }

    /** Share of the transfers of each attack that are doubted, in percent. */
    @ParameterizedTest
    @CsvSource({"DRAIN,70", "STRUCTURING,80", "TAKE_OVER,70", "DORMANT_REVIVAL,75", "MULE_FAN_IN,35"})
    void mostTransfersOfAThiefAreDoubted(Attack attack, int percent) {
        assertThat(100 * rules.only(EnumSet.of(attack)).recall()).isGreaterThan(percent);
    }

    @ParameterizedTest
    @CsvSource({"DRAIN,15", "STRUCTURING,20", "TAKE_OVER,20", "DORMANT_REVIVAL,20", "MULE_FAN_IN,55"})
    void littleLeavesBeforeTheFirstDoubt(Attack attack, int percent) {
        assertThat(100 * rules.only(EnumSet.of(attack)).leftBefore()).isLessThan(percent);
    }

    @Test
    void ownersAreSeldomAskedAndHardlyEverRefused() {
        assertThat(rules.falseAlarms(Verdict.STEP_UP)).isBetween(0.1, 7.0);
        assertThat(rules.falseAlarms(Verdict.REJECT)).isLessThan(0.5);
    }

    /** The reason for rules that a person can read, rather than a forest. */
    @Test
    void theForestsAreNotBetterForTheSameFalseAlarms() {
        assertThat(rules.only(Report.MEANT).leftBefore())
                .isLessThan(forest.only(Report.MEANT).leftBefore());
    }

    private static List<Judged> judgeByRules(Town town) {
        return Play.of(town, POLICY, SCORING);
    }

    private static Tally tally(LongStream seeds, Function<Town, List<Judged>> judge) {
        return Tally.of(seeds.parallel().mapToObj(Town::of).map(judge).toList());
    }
}
