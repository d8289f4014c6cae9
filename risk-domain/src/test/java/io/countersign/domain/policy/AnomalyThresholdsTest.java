package io.countersign.domain.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.countersign.domain.finding.Finding;
import io.countersign.domain.finding.RuleId;
import io.countersign.domain.finding.Verdict;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnomalyThresholdsTest {

    private static final AnomalyThresholds THRESHOLDS = new AnomalyThresholds(50, 80);

    @ParameterizedTest(name = "scores {0}: {1}, {2}")
    @CsvSource({
        "0,        0 points,  PASS", // nothing unusual
        "49,       49 points, PASS", // one point less
        "50,       50 points, STEP_UP", // exactly the first bound
        "79,       79 points, STEP_UP", // one point less
        "80,       80 points, REJECT", // exactly the second bound
        "20 29,    49 points, PASS", // the sum counts
        "20 30,    50 points, STEP_UP", // each alone would pass
        "20 30 30, 80 points, REJECT", // each alone would pass
    })
    void theSumDecides(String scores, String observed, Verdict expected) {
        Finding finding = THRESHOLDS.judge(findings(scores));

        assertThat(finding.verdict()).isEqualTo(expected);
        assertThat(finding.observed()).isEqualTo(observed);
        assertThat(finding.score()).isZero();
    }

    @Test
    void oneBoundMayBeBoth() {
        AnomalyThresholds strict = new AnomalyThresholds(1, 1);

        assertThat(strict.judge(findings("0")).verdict()).isEqualTo(Verdict.PASS);
        assertThat(strict.judge(findings("1")).verdict()).isEqualTo(Verdict.REJECT);
    }

    @ParameterizedTest(name = "{0} and {1} allowed: {2}")
    @CsvSource({
        "1, 1,  true", // the lowest
        "0, 1,  false", // everything would be doubted
        "2, 1,  false", // the wrong way round
    })
    void theBoundsFollowEachOther(int stepUp, int reject, boolean allowed) {
        if (allowed) {
            assertThatNoException().isThrownBy(() -> new AnomalyThresholds(stepUp, reject));
        } else {
            assertThatIllegalArgumentException().isThrownBy(() -> new AnomalyThresholds(stepUp, reject));
        }
    }

    private static List<Finding> findings(String scores) {
        return Arrays.stream(scores.split(" "))
                .map(score -> Finding.scored(new RuleId("any"), Integer.parseInt(score), "", "", ""))
                .toList();
    }
}
