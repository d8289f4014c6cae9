package io.countersign.wire.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.domain.account.SpendWindow;
import io.countersign.domain.finding.RuleId;
import io.countersign.domain.policy.Policy;
import io.countersign.domain.rule.PerTransactionCapRule;
import io.countersign.domain.rule.PriceFreshRule;
import io.countersign.domain.rule.SpendCapRule;
import io.countersign.domain.testing.SamplePolicy;
import io.countersign.domain.testing.Samples;
import io.countersign.wire.testing.Resources;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyYamlTest {

    private static final String SAMPLE = Resources.text("/policy/sample.yaml");

    @Test
    void aDocumentBecomesItsRules() {
        Policy policy = PolicyYaml.parse(7, SAMPLE);

        assertThat(policy.version()).isEqualTo(7);
        assertThat(policy.quote()).isEqualTo(Samples.USDT);
        assertThat(policy.memory()).isEqualTo(Duration.ofHours(28));
        assertThat(policy.rules())
                .hasSize(SamplePolicy.version(7).rules().size())
                .contains(
                        new PriceFreshRule(Samples.USDT, Duration.ofSeconds(60)),
                        new PerTransactionCapRule(Samples.usdt("100")),
                        new SpendCapRule(new RuleId("daily-cap"), Samples.usdt("250.5"), SamplePolicy.DAY),
                        new SpendCapRule(
                                new RuleId("rolling-24h-cap"),
                                Samples.usdt("300"),
                                new SpendWindow.Rolling(Duration.ofHours(24))));
    }

    @Test
    void theSameTextIsTheSamePolicy() {
        assertThat(PolicyYaml.parse(7, SAMPLE)).isEqualTo(PolicyYaml.parse(7, SAMPLE));
    }

    @ParameterizedTest(name = "{1} for {0}")
    @CsvSource({
        "zone: Europe/Berlin,     zone: Europe/Atlantis,      'policy, line 2, field zone: '", // no such zone
        "quote: USDT,             quote: usdt,                'policy, line 3, field quote: '", // small letters
        "POST /sapi/v3,           /sapi/v3,                   'policy, line 6, field endpoints[1]: '", // no method
        "/sapi/v3/asset/getUserAsset, /sapi/v1/capital/withdraw/apply, 'policy, line 6, field endpoints[1]: '", // twice
        "perTransaction: 100,     perTransaction: -1,         'policy, line 8, field limits.perTransaction: '", // below
        // 0
        "perTransaction: 100,     perTransaction: 1e999999999, 'policy, line 8, field limits.perTransaction: '", // absurd
        "perTransaction: 100,     perTransaction: much,       'policy, line 8, field limits.perTransaction: '", // no
        // number
        "perTransaction: 100,     perTransactoin: 100,        'policy, line 7, field limits.perTransaction: '", // misspelt
        "rolling24h: 300,         calendarDay: 300,           'policy, line 7, field limits: '", // the same field
        // twice
        "calendarDay: 250.5,      calendarDay:,               'policy, line 9, field limits.calendarDay: '", // no value
        "priceMaxAge: PT60S,      priceMaxAge: PT0S,          'policy, line 11, field priceMaxAge: '", // never fresh
        "priceMaxAge: PT60S,      priceMaxAge: 60 s,          'policy, line 11, field priceMaxAge: '", // no duration
        "retryHorizon: PT1H,      retryHorizon: P9999D,       'policy, line 12, field retryHorizon: '", // too long
        "retryHorizon: PT1H,      'retryHorizon: [',          'policy, line 12, field retryHorizon: '", // a list that
        // has no end
        "quote: USDT,             'quote: \"USDT',           'policy, line 3: '", // no YAML from there on
        "quote: USDT,             'quote: USDT\nowner: me',   'policy, line 4, field owner: '", // nobody knows it
    })
    void anErrorNamesFieldAndLine(String good, String bad, String expected) {
        assertThat(SAMPLE).contains(good);

        assertThatThrownBy(() -> PolicyYaml.parse(7, SAMPLE.replace(good, bad)))
                .isInstanceOf(PolicyException.class)
                .hasMessageStartingWith(expected)
                .hasMessageNotContaining("\n");
    }

    @ParameterizedTest(name = "without {0}")
    @ValueSource(
            strings = {"zone", "quote", "perTransaction", "calendarDay", "rolling24h", "priceMaxAge", "retryHorizon"})
    void aMissingFieldIsNamed(String field) {
        assertThatThrownBy(() -> PolicyYaml.parse(7, SAMPLE.replaceAll(" *" + field + ":.*\n", "")))
                .isInstanceOf(PolicyException.class)
                .hasMessageContaining(field);
    }

    @ParameterizedTest(name = "\"{0}\"")
    @ValueSource(strings = {"", "# only a comment", "null", "42", "[]", "endpoints:\n  -\n"})
    void whatIsNoPolicyIsRefused(String yaml) {
        assertThatThrownBy(() -> PolicyYaml.parse(7, yaml)).isInstanceOf(PolicyException.class);
    }

    @Test
    void anEmptyEndpointIsNamed() {
        assertThatThrownBy(() -> PolicyYaml.parse(7, SAMPLE.replace("- POST /sapi/v3/asset/getUserAsset", "-")))
                .isInstanceOf(PolicyException.class)
                .hasMessageStartingWith("policy, line 6, field endpoints[1]: ");
    }
}
