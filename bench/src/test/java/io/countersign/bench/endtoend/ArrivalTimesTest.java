package io.countersign.bench.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.countersign.bench.load.Sample;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A request that never got to Binance is a failure, not a fast one. */
class ArrivalTimesTest {

    @Test
    void whatNeverArrivedHasNoTimeAndIsCounted() {
        ArrivalTimes times = new ArrivalTimes();
        times.add(0, OptionalLong.of(TimeUnit.MILLISECONDS.toNanos(7)));
        times.add(0, OptionalLong.empty());

        Sample sample = times.sample(1);

        assertThat(sample.latencies().getTotalCount()).isEqualTo(1);
        assertThat(sample.millisAt(50)).isCloseTo(7.0, within(0.01));
        assertThat(sample.failures()).isEqualTo(1);
    }
}
