package io.countersign.engine.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.StandbyUpdateListener.SuspendReason;
import org.apache.kafka.streams.processor.TaskId;
import org.junit.jupiter.api.Test;

class MetersTest {

    private static final TopicPartition FIRST = new TopicPartition("changelog", 0);
    private static final TopicPartition SECOND = new TopicPartition("changelog", 1);

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @Test
    void whatIsLeftToRestoreIsTheSumOverPartitionsAndEndsAtZero() {
        RestoreMetrics restore = new RestoreMetrics(meters);

        restore.onRestoreStart(FIRST, "accounts", 0, 100);
        restore.onRestoreStart(SECOND, "accounts", 50, 100);
        restore.onBatchRestored(FIRST, "accounts", 40, 40);
        assertThat(gauge("countersign.restore.records.left")).isEqualTo(110);

        restore.onRestoreEnd(FIRST, "accounts", 100);
        restore.onRestoreSuspended(SECOND, "accounts", 0);
        assertThat(gauge("countersign.restore.records.left")).isZero();
    }

    @Test
    void aCopyIsBehindByWhatItHasNotRead() {
        StandbyMetrics standby = new StandbyMetrics(meters);

        standby.onUpdateStart(FIRST, "accounts", 0);
        standby.onBatchLoaded(FIRST, "accounts", new TaskId(0, 0), 89, 90, 100);
        assertThat(gauge("countersign.standby.records.behind")).isEqualTo(10);

        standby.onUpdateSuspended(FIRST, "accounts", 90, 100, SuspendReason.PROMOTED);
        assertThat(gauge("countersign.standby.records.behind")).isZero();
        assertThat(meters.getMeters()).extracting(Meter::getId).hasSize(1);
    }

    private double gauge(String name) {
        return meters.get(name).tag("store", "accounts").gauge().value();
    }
}
