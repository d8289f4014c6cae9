package io.countersign.relay.reference;

import static io.countersign.relay.testing.Approvals.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClockMeasurementTest {

    @Test
    void theWayThereTakesHalfOfTheRoundTrip() {
        ClockMeasurement ahead = new ClockMeasurement(NOON, NOON.plusMillis(1050), NOON.plusMillis(100));

        assertThat(ahead.offset()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void oneSlowWayDoesNotCount() {
        ClockMeasurement quick = new ClockMeasurement(NOON, NOON.minusMillis(200), NOON);
        ClockMeasurement slow = new ClockMeasurement(NOON, NOON.minusMillis(200), NOON.plusSeconds(8));

        assertThat(ClockMeasurement.median(List.of(slow, quick, quick))).isEqualTo(Duration.ofMillis(-200));
    }
}
