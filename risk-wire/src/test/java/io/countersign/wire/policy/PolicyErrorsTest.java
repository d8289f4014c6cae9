package io.countersign.wire.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.countersign.wire.testing.Resources;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyErrorsTest {

    private static final String SAMPLE = Resources.text("/policy/sample.yaml");
    private static final String FULL = Resources.text("/policy/full.yaml");

    @ParameterizedTest(name = "{1} for {0}")
    @CsvFileSource(resources = "/policy/errors.csv", delimiter = '|', numLinesToSkip = 1)
    void anErrorNamesLineFieldAndRemedy(String good, String bad, String expected) {
        assertThat(FULL).contains(good);

        assertThatThrownBy(() -> PolicyYaml.parse(7, FULL.replace(good, bad == null ? "" : bad)))
                .isInstanceOf(PolicyException.class)
                .hasMessageStartingWith("policy, " + expected)
                .hasMessageNotContaining("\n");
    }

    @ParameterizedTest(name = "without {0}")
    @ValueSource(
            strings = {"zone", "quote", "perTransaction", "calendarDay", "rolling24h", "priceMaxAge", "retryHorizon"})
    void aMissingFieldIsNamed(String field) {
        assertThatThrownBy(() -> PolicyYaml.parse(7, SAMPLE.replaceAll(" *" + field + ":.*\n", "")))
                .isInstanceOf(PolicyException.class)
                .hasMessageContaining("field ")
                .hasMessageContaining(field + ": is missing: add it");
    }

    @Test
    void everythingThatIsWrongIsToldInTheOrderOfTheDocument() {
        String bad = SAMPLE.replace("rolling24h: 300", "rolling24h: -1")
                .replace("quote: USDT", "quote: usdt\nowner: me")
                .replace("PT1H", "1h");

        assertThat(problems(bad).problems())
                .containsExactly(
                        "line 3, field quote: \"usdt\" is not an asset code: 1 to 20 upper-case letters and digits",
                        "line 4, field owner: is not a field here: known are zone, quote, endpoints, priceMaxAge,"
                                + " retryHorizon, coolingOff, limits, tiers, accounts, stepUp, lookUps, anomalies,"
                                + " guard, disabled, custom",
                        "line 11, field limits.rolling24h: -1 is out of range: it is 0 or more",
                        "line 13, field retryHorizon: \"1h\" is not an ISO 8601 duration, for example PT60S or P7D");
    }

    private static PolicyException problems(String yaml) {
        PolicyException thrown = catchThrowableOfType(PolicyException.class, () -> PolicyYaml.parse(1, yaml));
        assertThat(thrown).isNotNull();
        return thrown;
    }

    @ParameterizedTest(name = "\"{0}\"")
    @ValueSource(strings = {"", "# only a comment", "null", "42", "[]", "endpoints:\n  -\n", "---\na: 1\n---\nb: 2"})
    void whatIsNoPolicyIsRefused(String yaml) {
        assertThatThrownBy(() -> PolicyYaml.parse(7, yaml)).isInstanceOf(PolicyException.class);
    }

    @Test
    void whatIsNoYamlNamesTheLine() {
        assertThatThrownBy(() -> PolicyYaml.parse(7, SAMPLE.replace("quote: USDT", "quote: \"USDT")))
                .isInstanceOf(PolicyException.class)
                .hasMessageStartingWith("policy, line 3: this is not YAML as a policy is written: ");
    }

    @Test
    void theBaseNeedsItsThreeCapsAndATierDoesNot() {
        assertThat(problems(SAMPLE.replaceAll(" +perTransaction:.*\n", "").replaceAll(" +rolling24h:.*\n", ""))
                        .problems())
                .containsExactly(
                        "line 7, field limits.perTransaction: is missing: add it, every account needs this cap",
                        "line 7, field limits.rolling24h: is missing: add it, every account needs this cap");
        assertThat(PolicyYaml.parse(1, SAMPLE + "tiers: {gold: {}}\n").tiers()).containsKey("gold");
    }

    @Test
    void thresholdsThatAreInvertedOnlyTogetherAreFound() {
        String anomalies = "anomalies: {stepUp: 60, reject: 100}\n";

        assertThat(problems(SAMPLE + anomalies + "tiers: {gold: {anomalies: {stepUp: 101}}}\n"))
                .hasMessageStartingWith("policy, line 14, field tiers.gold: reject, 100, is below stepUp, 101");
        assertThat(PolicyYaml.parse(1, SAMPLE + anomalies + "tiers: {gold: {anomalies: {stepUp: 100}}}\n"))
                .isNotNull();
    }

    @Test
    void oneThresholdAloneIsRefused() {
        assertThat(problems(SAMPLE + "anomalies: {stepUp: 60}\n"))
                .hasMessage("policy, line 13, field anomalies: stepUp and reject go together: give both, or neither to"
                        + " have scores recorded only");
    }
}
