package io.countersign.relay.egress;

import static io.countersign.relay.testing.Approvals.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class SteadyClockTest {

    @Test
    void itGoesOnEvenlyWhenSomebodySetsTheTimeOfDay() {
        AtomicReference<Instant> timeOfDay = new AtomicReference<>(NOON);
        AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1);
        SteadyClock clock = new SteadyClock(timeOfDay::get, nanos::get);
        assertThat(clock.instant()).isEqualTo(NOON);

        timeOfDay.set(NOON.minus(Duration.ofHours(1)));
        nanos.addAndGet(Duration.ofSeconds(2).toNanos());

        assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(2));
    }

    @Test
    void whatIsToldOthersIsWhatTheTimeOfDayLacks() {
        BinanceClock clock = new BinanceClock(new SteadyClock(() -> NOON, () -> 0));
        clock.correct(Duration.ofSeconds(3));

        assertThat(clock.aheadOf(NOON.minusSeconds(60))).isEqualTo(Duration.ofSeconds(63));
    }
}
