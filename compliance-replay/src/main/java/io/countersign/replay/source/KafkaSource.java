package io.countersign.replay.source;

import io.countersign.wire.codec.AvroFraming;
import io.countersign.wire.codec.TopicCodec;
import io.countersign.wire.journal.WrappingKeys;
import io.countersign.wire.message.DataKeyMessage;
import io.countersign.wire.message.Octets;
import io.countersign.wire.topic.Topics;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * The topics. Reads what is committed. An end is taken behind what is not committed yet: the marks of one transaction reach the
 * partitions one after the other, and a checkpoint must not be seen before the entries that were committed with it.
 */
public final class KafkaSource implements Source {

    private final KafkaConnection connection;
    private final AvroFraming framing;
    private final Map<String, SortedMap<Integer, Extent>> topics;

    private final @Nullable WrappingKeys wrapping;
    private @Nullable DataKeys dataKeys;

    /** As the other, of a journal that is not to be opened. */
    public KafkaSource(KafkaConnection connection, AvroFraming framing) {
        this(connection, framing, null);
    }

    /** Fixes the ends now. {@code framing} stays the caller's to close. */
    public KafkaSource(KafkaConnection connection, AvroFraming framing, @Nullable WrappingKeys wrapping) {
        this.wrapping = wrapping;
        this.connection = connection;
        this.framing = framing;
        try (KafkaConsumer<byte[], byte[]> ends = connection.consumer("read_uncommitted")) {
            SortedMap<Integer, Extent> decisions = extents(ends, Topics.DECISIONS.name());
            SortedMap<Integer, Extent> checkpoints = extents(ends, Topics.CHECKPOINTS.name());
            SortedMap<Integer, Extent> journal = extents(ends, Topics.JOURNAL.name());
            SortedMap<Integer, Extent> policies = extents(ends, Topics.POLICIES.name());
            topics = Map.of(
                    Topics.DECISIONS.name(), decisions,
                    Topics.CHECKPOINTS.name(), checkpoints,
                    Topics.JOURNAL.name(), journal,
                    Topics.POLICIES.name(), policies,
                    Topics.DATA_KEYS.name(), extents(ends, Topics.DATA_KEYS.name()));
        }
    }

    @Override
    public AvroFraming framing() {
        return framing;
    }

    @Override
    public SortedMap<Integer, Extent> extents() {
        return extents(Topics.JOURNAL.name());
    }

    @Override
    public Records journal(int partition, long from) {
        Extent all = extent(Topics.JOURNAL.name(), partition);
        return records(Topics.JOURNAL.name(), partition, new Extent(Math.max(from, all.begin()), all.end()));
    }

    /** The journal of one partition from the offset {@code from} on, without an end: null means that nothing came for a moment. */
    public Records follow(int partition, long from) {
        return records(Topics.JOURNAL.name(), partition, new Extent(from, TopicRecords.NEVER));
    }

    @Override
    public Records checkpoints(int partition) {
        String topic = Topics.CHECKPOINTS.name();
        return records(topic, partition, extent(topic, partition));
    }

    @Override
    public Optional<Records> decisions(int partition) {
        String topic = Topics.DECISIONS.name();
        return Optional.of(records(topic, partition, extent(topic, partition)));
    }

    @Override
    public Set<Integer> policyPartitions() {
        return extents(Topics.POLICIES.name()).keySet();
    }

    @Override
    public Records policies(int partition) {
        String topic = Topics.POLICIES.name();
        return records(topic, partition, extent(topic, partition));
    }

    /** Read once: they are short, and as many as there are accounts. */
    @Override
    public synchronized DataKeys dataKeys() {
        DataKeys known = dataKeys;
        if (known != null) {
            return known;
        }
        String topic = Topics.DATA_KEYS.name();
        TopicCodec<DataKeyMessage> codec = new TopicCodec<>(Topics.DATA_KEYS, framing);
        SortedMap<String, Octets> keys = new TreeMap<>();
        for (int partition : extents(topic).keySet()) {
            try (Records records = records(topic, partition, extent(topic, partition))) {
                for (LogRecord record = records.next(); record != null; record = records.next()) {
                    DataKeys.add(keys, record, codec);
                }
            }
        }
        DataKeys read = DataKeys.of(keys, wrapping);
        dataKeys = read;
        return read;
    }

    @Override
    public String name() {
        return "the topics at " + connection.bootstrapServers();
    }

    /** Every consumer is closed by whoever opened its records. */
    @Override
    public void close() {}

    private Records records(String topic, int partition, Extent extent) {
        return new TopicRecords(connection.consumer("read_committed"), new TopicPartition(topic, partition), extent);
    }

    private SortedMap<Integer, Extent> extents(String topic) {
        return topics.getOrDefault(topic, Collections.emptySortedMap());
    }

    private Extent extent(String topic, int partition) {
        return extents(topic).getOrDefault(partition, new Extent(0, 0));
    }

    private static SortedMap<Integer, Extent> extents(KafkaConsumer<byte[], byte[]> consumer, String topic) {
        try {
            List<PartitionInfo> infos = consumer.partitionsFor(topic);
            if (infos == null || infos.isEmpty()) {
                throw new UnusableException("there is no topic " + topic);
            }
            List<TopicPartition> partitions = infos.stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            Map<TopicPartition, Long> begins = consumer.beginningOffsets(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            SortedMap<Integer, Extent> extents = new TreeMap<>();
            for (TopicPartition each : partitions) {
                extents.put(each.partition(), new Extent(begins.getOrDefault(each, 0L), ends.getOrDefault(each, 0L)));
            }
            return Collections.unmodifiableSortedMap(extents);
        } catch (KafkaException e) {
            throw KafkaConnection.unusable(topic, e);
        }
    }
}
