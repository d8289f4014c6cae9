package io.countersign.engine.telemetry;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.StandbyUpdateListener;
import org.apache.kafka.streams.processor.TaskId;

/** How far the copies that this engine keeps for others are behind, by store, as of the last batch that they read. */
public final class StandbyMetrics implements StandbyUpdateListener {

    private final MeterRegistry meters;
    private final Map<String, Map<TopicPartition, Long>> behind = new ConcurrentHashMap<>();

    public StandbyMetrics(MeterRegistry meters) {
        this.meters = meters;
    }

    @Override
    public void onUpdateStart(TopicPartition partition, String store, long start) {
        of(store).put(partition, 0L);
    }

    @Override
    public void onBatchLoaded(
            TopicPartition partition, String store, TaskId task, long batchEnd, long size, long currentEnd) {
        of(store).put(partition, Math.max(0, currentEnd - batchEnd - 1));
    }

    @Override
    public void onUpdateSuspended(
            TopicPartition partition, String store, long offset, long currentEnd, SuspendReason reason) {
        of(store).remove(partition);
    }

    private Map<TopicPartition, Long> of(String store) {
        return behind.computeIfAbsent(store, this::register);
    }

    private Map<TopicPartition, Long> register(String store) {
        Map<TopicPartition, Long> partitions = new ConcurrentHashMap<>();
        Gauge.builder("countersign.standby.records.behind", partitions, StandbyMetrics::sum)
                .description("Changelog records that the standby copies here had not read when they last read any.")
                .tag("store", store)
                .register(meters);
        return partitions;
    }

    private static double sum(Map<TopicPartition, Long> partitions) {
        return partitions.values().stream().mapToLong(Long::longValue).sum();
    }
}
