package io.countersign.gateway.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PreferencesTest {

    private static final Duration LIFE = Duration.ofSeconds(8);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "respond-async",
                "Respond-Async",
                " respond-async ; a=b",
                "foo; bar=\"a, b; c\", respond-async",
                "respond-async=\"\"",
                "handling=lenient, respond-async, wait=x"
            })
    void notToWaitIsRead(String line) {
        Preferences preferences = Preferences.of(List.of(line));

        assertThat(preferences.respondAsync()).isTrue();
        assertThat(preferences.patience(LIFE)).isZero();
        assertThat(preferences.applied(LIFE)).isEqualTo("respond-async");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ",,",
                "respond-async=yes",
                "respond async",
                "foo=\"respond-async\"",
                "foo=\"a, respond-async",
                "foo=\"\\\", respond-async\"",
                "wait=-1",
                "wait=1.5",
                "wait=",
                "wait",
                "wait=1000000000000",
                "wait=5 5"
            })
    void whatCannotBeReadIsAsIfItWereNotThere(String line) {
        Preferences preferences = Preferences.of(List.of(line));

        assertThat(preferences).isEqualTo(new Preferences(false, null));
        assertThat(preferences.patience(LIFE)).isEqualTo(LIFE);
        assertThat(preferences.applied(LIFE)).isEmpty();
    }

    @Test
    void severalLinesAreOneAndTheFirstCounts() {
        Preferences preferences = Preferences.of(List.of("wait=\"3\"; x", "WAIT=5, respond-async"));

        assertThat(preferences).isEqualTo(new Preferences(true, Duration.ofSeconds(3)));
        assertThat(preferences.patience(LIFE)).isEqualTo(Duration.ofSeconds(3));
        assertThat(preferences.applied(LIFE)).isEqualTo("respond-async, wait=3");
    }

    @Test
    void aWaitThatIsTooLongIsCutShortAndNotCalledApplied() {
        Preferences preferences = Preferences.of(List.of("respond-async, wait=600"));

        assertThat(preferences.patience(LIFE)).isEqualTo(LIFE);
        assertThat(preferences.applied(LIFE)).isEqualTo("respond-async");
    }
}
