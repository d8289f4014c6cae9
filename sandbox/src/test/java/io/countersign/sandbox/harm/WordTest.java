package io.countersign.sandbox.harm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordTest {
    @ParameterizedTest
    @ValueSource(strings = {"refused-by-policy", "confirmation-required", "expired-unsent", "signature-lapsed"})
    void ourOwnNoSaysThatNothingWasExecuted(String slug) {
        assertThat(Word.of(403, "urn:countersign:problem:" + slug)).isEqualTo(Word.NOT_SENT);
        assertThat(Word.of(403, "urn:countersign:problem:" + slug).deniesExecution())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"outcome-unknown", "no-answer-in-time", "unusable-answer", "log-unavailable", "internal-error"})
    void whatMayHaveBeenExecutedIsNotDenied(String slug) {
        assertThat(Word.of(504, "urn:countersign:problem:" + slug)).isEqualTo(Word.UNSURE);
        assertThat(Word.of(504, "urn:countersign:problem:" + slug).deniesExecution())
                .isFalse();
    }

    @Test
    void binancesOwnAnswersAreTakenAtTheirWord() {
        assertThat(Word.of(200, "")).isEqualTo(Word.DONE);
        assertThat(Word.of(429, "")).isEqualTo(Word.REFUSED);
        assertThat(Word.of(504, "")).isEqualTo(Word.UNSURE);
        assertThat(Word.of(202, "")).isEqualTo(Word.TAKEN);
        assertThat(Word.of(0, "")).isEqualTo(Word.SILENCE);
    }
}
