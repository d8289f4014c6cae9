package io.countersign.domain.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.domain.testing.SamplePolicy;
import io.countersign.domain.testing.Samples;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SpendWindowTest {

    @ParameterizedTest(name = "{0} leaves the day at {1}")
    @CsvSource({
        "2026-11-22T12:00:00Z, 2026-11-22T23:00:00Z", // an ordinary day
        "2026-03-28T23:00:00Z, 2026-03-29T22:00:00Z", // the day of 23 hours
        "2026-10-24T22:00:00Z, 2026-10-25T23:00:00Z", // the day of 25 hours
        "2026-11-22T23:00:00Z, 2026-11-23T23:00:00Z", // midnight is the new day's
    })
    void theDayIsLeftAtMidnight(Instant since, Instant expected) {
        assertThat(SamplePolicy.DAY.leaves(since)).isEqualTo(expected);
    }

    /** Whatever zone and instant, headroom comes back at the instant that was told and never before. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("io.countersign.domain.testing.Seeds#seeds")
    void whatIsInsideStaysUntilItLeaves(long seed) {
        Random random = new Random(seed);
        SpendWindow window =
                random.nextBoolean() ? SamplePolicy.LAST_24_HOURS : new SpendWindow.CalendarDay(zone(random));
        Instant since = Samples.NOON.plusSeconds(random.nextInt(3 * 366 * 86_400));
        Instant leaves = window.leaves(since);

        assertThat(window.contains(since, since)).isTrue();
        assertThat(window.contains(since, leaves.minusMillis(1))).isTrue();
        assertThat(window.contains(since, leaves)).isFalse();
        assertThat(Duration.between(since, leaves)).isLessThanOrEqualTo(window.longest());
    }

    /** The day is counted without dates, whatever the clocks of the zone once did: back over midnight, or a day left out. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("io.countersign.domain.testing.Seeds#seeds")
    void aDayIsThatOfTheZonesDates(long seed) {
        Random random = new Random(seed);
        ZoneId zone = zone(random);
        Instant since = Instant.EPOCH.plusSeconds(random.nextInt(60 * 366 * 86_400));
        Instant now = since.plusSeconds(random.nextInt(-100_000, 100_000));

        assertThat(new SpendWindow.CalendarDay(zone).contains(since, now))
                .as("%s to %s in %s", since, now, zone)
                .isEqualTo(
                        since.atZone(zone).toLocalDate().equals(now.atZone(zone).toLocalDate()));
    }

    /** Age is counted without instants, to the nanosecond. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("io.countersign.domain.testing.Seeds#seeds")
    void aRollingWindowBeginsAfterItsLength(long seed) {
        Random random = new Random(seed);
        Duration length = Duration.ofSeconds(random.nextInt(90_000), random.nextInt(3) * 499_999_999L);
        Instant now = Samples.NOON.plusNanos(random.nextInt(1_000_000_000));
        Instant start = now.minus(length);
        SpendWindow window = new SpendWindow.Rolling(length);

        for (Instant since : List.of(start, start.plusNanos(1), start.minusNanos(random.nextInt(1_000_000_000)), now)) {
            assertThat(window.contains(since, now))
                    .as("%s to %s in %s", since, now, window)
                    .isEqualTo(since.isAfter(start));
        }
    }

    private static ZoneId zone(Random random) {
        return ZoneId.of(ZoneId.getAvailableZoneIds().stream()
                .sorted()
                .skip(random.nextInt(500))
                .findFirst()
                .orElseThrow());
    }
}
