package io.countersign.engine.telemetry;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.StateRestoreListener;

/** How many changelog records the stores of this engine still lack before it can decide, by store. */
public final class RestoreMetrics implements StateRestoreListener {

    private final MeterRegistry meters;
    private final Map<String, Map<TopicPartition, Long>> left = new ConcurrentHashMap<>();

    public RestoreMetrics(MeterRegistry meters) {
        this.meters = meters;
    }

    @Override
    public void onRestoreStart(TopicPartition partition, String store, long start, long end) {
        of(store).put(partition, Math.max(0, end - start));
    }

    @Override
    public void onBatchRestored(TopicPartition partition, String store, long batchEnd, long records) {
        of(store).computeIfPresent(partition, (key, before) -> Math.max(0, before - records));
    }

    @Override
    public void onRestoreEnd(TopicPartition partition, String store, long records) {
        of(store).remove(partition);
    }

    @Override
    public void onRestoreSuspended(TopicPartition partition, String store, long records) {
        of(store).remove(partition);
    }

    private Map<TopicPartition, Long> of(String store) {
        return left.computeIfAbsent(store, this::register);
    }

    private Map<TopicPartition, Long> register(String store) {
        Map<TopicPartition, Long> partitions = new ConcurrentHashMap<>();
        Gauge.builder("countersign.restore.records.left", partitions, RestoreMetrics::sum)
                .description(
                        "Changelog records that a store lacks before it can decide; transaction markers count too.")
                .tag("store", store)
                .register(meters);
        return partitions;
    }

    private static double sum(Map<TopicPartition, Long> partitions) {
        return partitions.values().stream().mapToLong(Long::longValue).sum();
    }
}
