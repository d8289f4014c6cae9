package io.countersign.wire.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.wire.policy.PolicyDiff.Change;
import io.countersign.wire.testing.Resources;
import org.junit.jupiter.api.Test;

class PolicyDiffTest {

    private static final String SAMPLE = Resources.text("/policy/sample.yaml");
    private static final String FULL = Resources.text("/policy/full.yaml");

    @Test
    void aDocumentDiffersNotFromItself() {
        assertThat(PolicyDiff.between(FULL, FULL)).isEmpty();
    }

    @Test
    void writingTheSameOtherwiseIsNoDifference() {
        String same = SAMPLE.replace("100", "1.0e+2")
                .replace("PT60S", "PT1M")
                .replace(
                        "  - POST /sapi/v1/capital/withdraw/apply\n  - POST /sapi/v3/asset/getUserAsset\n",
                        "  [POST /sapi/v3/asset/getUserAsset, POST /sapi/v1/capital/withdraw/apply]\n");

        assertThat(same).isNotEqualTo(SAMPLE);
        assertThat(PolicyDiff.between(SAMPLE, same)).isEmpty();
    }

    @Test
    void changesAreInTheOrderOfTheReferenceAndWhatWentAwayFollows() {
        String next = FULL.replace("rolling7d: 20000", "rolling7d: 20000.5")
                .replace("  - POST /sapi/v1/capital/withdraw/apply", "  - GET /x")
                .replace("coolingOff: PT24H\n", "")
                .replace("hour < 6", "hour < 7")
                .replace("id: quick", "id: quickly")
                .replace("Berlin", "Paris");

        assertThat(PolicyDiff.between(FULL, next))
                .containsExactly(
                        new Change("zone", "Europe/Berlin", "Europe/Paris"),
                        new Change("endpoints", null, "GET /x"),
                        new Change("limits.rolling7d", "20000", "20000.5"),
                        new Change("custom[night].when", "hour < 6 && worth > 1000", "hour < 7 && worth > 1000"),
                        new Change("custom[quickly]", null, "present"),
                        new Change("custom[quickly].id", null, "quickly"),
                        new Change("custom[quickly].when", null, "transfers.last1h >= 5"),
                        new Change("custom[quickly].score", null, "40"),
                        new Change("custom[quickly].sentence", null, "many transfers in an hour"),
                        new Change("endpoints", "POST /sapi/v1/capital/withdraw/apply", null),
                        new Change("coolingOff", "PT24H", null),
                        new Change("custom[quick]", "present", null),
                        new Change("custom[quick].id", "quick", null),
                        new Change("custom[quick].when", "transfers.last1h >= 5", null),
                        new Change("custom[quick].score", "40", null),
                        new Change("custom[quick].sentence", "many transfers in an hour", null));
    }

    @Test
    void anEmptyListOrSectionIsADifference() {
        assertThat(PolicyDiff.between(SAMPLE, SAMPLE + "disabled: []\ntiers: {gold: {}}\n"))
                .containsExactly(
                        new Change("tiers", null, "present"),
                        new Change("tiers.gold", null, "present"),
                        new Change("disabled", null, "present"));
    }

    @Test
    void bothMustBePolicies() {
        assertThatThrownBy(() -> PolicyDiff.between(SAMPLE, "zone: UTC")).isInstanceOf(PolicyException.class);
        assertThatThrownBy(() -> PolicyDiff.between("zone: UTC", SAMPLE)).isInstanceOf(PolicyException.class);
    }
}
