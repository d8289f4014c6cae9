package io.countersign.domain.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class HoursTest {

    @Test
    void withoutKnowledgeEveryHourIsAsCommon() {
        for (int hour = 0; hour < 24; hour++) {
            assertThat(Hours.NONE.commonness(at(hour))).isCloseTo(1, within(1e-12));
        }
    }

    @Test
    void anActIsSharedWithTwoHoursToEachSideAroundMidnight() {
        Hours hours = Hours.NONE.learned(at(23));

        assertThat(hours.commonness(at(23))).isGreaterThan(hours.commonness(at(0)));
        assertThat(hours.commonness(at(0))).isGreaterThan(hours.commonness(at(1)));
        assertThat(hours.commonness(at(22))).isEqualTo(hours.commonness(at(0)));
        assertThat(hours.commonness(at(1))).isGreaterThan(hours.commonness(at(2)));
        assertThat(hours.commonness(at(2))).isEqualTo(hours.commonness(at(12)));
    }

    @Test
    void theHoursTogetherAreAlwaysOneDay() {
        Hours hours = learned(Hours.NONE, 50, 7);
        double sum = 0;
        for (int hour = 0; hour < 24; hour++) {
            sum += hours.commonness(at(hour));
        }

        assertThat(sum).isCloseTo(24, within(1e-9));
    }

    @Test
    void oldHabitsFade() {
        Hours night = learned(Hours.NONE, 60, 2);

        assertThat(night.commonness(at(14))).isLessThan(0.1);
        assertThat(learned(night, 60, 14).commonness(at(14))).isGreaterThan(1);
        assertThat(learned(night, 2000, 14).weights().get(2)).isZero();
    }

    @Test
    void staysSmall() {
        assertThat(learned(Hours.NONE, 10_000, 3).weights()).allMatch(each -> each <= 65_000);
    }

    @Test
    void hasTwentyFour() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Hours(List.of(1, 2)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Hours(Collections.nCopies(24, -1)));
    }

    private static Hours learned(Hours start, int times, int hour) {
        Hours hours = start;
        for (int i = 0; i < times; i++) {
            hours = hours.learned(at(hour));
        }
        return hours;
    }

    private static Instant at(int hour) {
        return Instant.parse("2026-11-22T%02d:59:59Z".formatted(hour));
    }
}
