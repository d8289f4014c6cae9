package io.countersign.replay;

import io.countersign.replay.source.DataKeys;
import io.countersign.replay.source.Extent;
import io.countersign.replay.source.LogRecord;
import io.countersign.replay.source.Records;
import io.countersign.replay.source.Source;
import io.countersign.wire.codec.AvroFraming;
import io.countersign.wire.codec.SingleObjectFraming;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Topics that are lists, to be written and spoiled at will. */
public final class MemorySource implements Source {

    public static final SingleObjectFraming FRAMING = new SingleObjectFraming();

    private final AvroFraming framing;
    private final SortedMap<Integer, List<LogRecord>> journal = new TreeMap<>();
    private final SortedMap<Integer, List<LogRecord>> checkpoints = new TreeMap<>();
    private final SortedMap<Integer, List<LogRecord>> decisions = new TreeMap<>();
    private final List<LogRecord> policies = new ArrayList<>();
    private DataKeys dataKeys = DataKeys.NONE;

    public MemorySource(int partitions) {
        this(partitions, FRAMING);
    }

    /** Whose values name their schemas by {@code framing}. */
    public MemorySource(int partitions, AvroFraming framing) {
        this.framing = framing;
        for (int i = 0; i < partitions; i++) {
            journal.put(i, new ArrayList<>());
            checkpoints.put(i, new ArrayList<>());
        }
    }

    public void addEntry(int partition, String account, byte[] value, Instant at) {
        add(journal.get(partition), partition, account.getBytes(StandardCharsets.UTF_8), value, at);
    }

    public void addCheckpoint(int partition, byte[] value, Instant at) {
        add(checkpoints.get(partition), partition, null, value, at);
    }

    /** A decision; a source has none until one is added. */
    public void addDecision(int partition, String account, byte[] value, Instant at) {
        List<LogRecord> all = decisions.computeIfAbsent(partition, absent -> new ArrayList<>());
        add(all, partition, account.getBytes(StandardCharsets.UTF_8), value, at);
    }

    public void addPolicy(byte[] value, Instant at) {
        add(policies, 0, null, value, at);
    }

    /** What its entries are sealed with. */
    public void setDataKeys(DataKeys keys) {
        dataKeys = keys;
    }

    @Override
    public DataKeys dataKeys() {
        return dataKeys;
    }

    /** What {@link #journal} gives, to be spoiled. */
    public List<LogRecord> entries(int partition) {
        return journal.getOrDefault(partition, List.of());
    }

    @Override
    public AvroFraming framing() {
        return framing;
    }

    @Override
    public SortedMap<Integer, Extent> extents() {
        SortedMap<Integer, Extent> extents = new TreeMap<>();
        journal.forEach((partition, records) -> extents.put(
                partition,
                new Extent(0, records.isEmpty() ? 0 : records.getLast().offset() + 1)));
        return extents;
    }

    @Override
    public Records journal(int partition, long from) {
        return records(entries(partition).stream()
                .filter(each -> each.offset() >= from)
                .toList());
    }

    @Override
    public Records checkpoints(int partition) {
        return records(checkpoints.getOrDefault(partition, List.of()));
    }

    @Override
    public Optional<Records> decisions(int partition) {
        return Optional.ofNullable(decisions.get(partition)).map(MemorySource::records);
    }

    @Override
    public Set<Integer> policyPartitions() {
        return Set.of(0);
    }

    @Override
    public Records policies(int partition) {
        return records(policies);
    }

    @Override
    public String name() {
        return "lists";
    }

    @Override
    public void close() {}

    /** {@code each} in a row. */
    public static Records records(List<LogRecord> each) {
        Iterator<LogRecord> left = List.copyOf(each).iterator();
        return new Records() {
            @Override
            public @Nullable LogRecord next() {
                return left.hasNext() ? left.next() : null;
            }

            @Override
            public void close() {}
        };
    }

    private static void add(
            @Nullable List<LogRecord> to, int partition, byte @Nullable [] key, byte[] value, Instant at) {
        if (to == null) {
            throw new AssertionError("there is no partition " + partition);
        }
        to.add(new LogRecord(partition, to.size(), at, key, value));
    }
}
