package io.countersign.domain.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GuardTest {

    private static final Guard GUARD = new Guard(0.5, 20, Duration.ofMinutes(15));

    @ParameterizedTest(name = "{1} of {0} rejected: {2}")
    @CsvSource({
        "20, 10, false", // exactly the share
        "20, 11, true", // one more
        "19, 19, false", // too few to say anything
        "21, 11, true", // more than half
        "21, 10, false", // less than half
        "0,  0,  false", // nothing at all
    })
    void tripsAboveTheShareOfEnough(long decided, long rejected, boolean expected) {
        assertThat(GUARD.isTripped(decided, rejected)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "share {0} of at least {1}")
    @CsvSource({
        "0,      1", // it would always trip
        "1.0001, 1", // it never would
        "NaN,    1", // nor this
        "0.5,    0", // a share of nothing
    })
    void aShareMustSaySomething(double share, int atLeast) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Guard(share, atLeast, Duration.ofMinutes(15)));
    }
}
