package io.countersign.relay.intake;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.errors.TimeoutException;
import org.jboss.logging.Logger;

/** Partitions that come and go. */
final class GroupMembership implements ConsumerRebalanceListener {

    private static final Logger LOG = Logger.getLogger(GroupMembership.class);

    private final Consumer<byte[], byte[]> consumer;
    private final InFlight inFlight;
    private final Duration drain;
    private final java.util.function.Consumer<Map<TopicPartition, Long>> recovery;
    private volatile boolean member;

    /** Takes the {@code recovery} of what others claimed before the offset of each partition. */
    GroupMembership(
            Consumer<byte[], byte[]> consumer,
            InFlight inFlight,
            Duration drain,
            java.util.function.Consumer<Map<TopicPartition, Long>> recovery) {
        this.consumer = consumer;
        this.inFlight = inFlight;
        this.drain = drain;
        this.recovery = recovery;
    }

    boolean isMember() {
        return member;
    }

    /** A partition that was never claimed is claimed up to its end, so that every later start knows where it stands. */
    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> assigned) {
        Map<TopicPartition, OffsetAndMetadata> claimed = consumer.committed(new HashSet<>(assigned));
        Set<TopicPartition> fresh =
                assigned.stream().filter(each -> claimed.get(each) == null).collect(Collectors.toSet());
        if (!fresh.isEmpty()) {
            Map<TopicPartition, OffsetAndMetadata> ends = consumer.endOffsets(fresh).entrySet().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, end -> new OffsetAndMetadata(end.getValue())));
            ends.forEach(consumer::seek);
            claim(ends);
        }
        Map<TopicPartition, Long> earlier = new HashMap<>();
        for (TopicPartition each : assigned) {
            OffsetAndMetadata offset = claimed.get(each);
            if (offset != null) {
                earlier.put(each, offset.offset());
            }
        }
        if (!earlier.isEmpty()) {
            recovery.accept(earlier);
        }
        member = true;
        LOG.infof("partitions taken count=%d of which new=%d", assigned.size(), fresh.size());
    }

    private void claim(Map<TopicPartition, OffsetAndMetadata> ends) {
        try {
            consumer.commitSync(ends);
        } catch (CommitFailedException | RebalanceInProgressException | TimeoutException e) {
            LOG.warnf("new partitions not claimed yet, the first batch does count=%d", ends.size());
        }
    }

    /** What was claimed is finished first, so that whoever takes over finds its outcome. */
    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> revoked) {
        if (!revoked.isEmpty()) {
            boolean none = inFlight.awaitNone(drain);
            LOG.infof("partitions given up count=%d drained=%s", revoked.size(), none);
        }
    }

    /** Too late to finish anything: what is in flight is told when it ends, and nothing more can be claimed. */
    @Override
    public void onPartitionsLost(Collection<TopicPartition> lost) {
        member = false;
        LOG.warnf("partitions lost count=%d", lost.size());
    }
}
