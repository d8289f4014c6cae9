package io.countersign.sandbox.e2e;

import io.countersign.replay.source.DataKeys;
import io.countersign.replay.source.Extent;
import io.countersign.replay.source.LogRecord;
import io.countersign.replay.source.Records;
import io.countersign.replay.source.Source;
import io.countersign.wire.codec.AvroFraming;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The topics as they stand, but for what is done to one partition of the journal, or of the checkpoints. */
record ReplaySource(
        Source topics,
        int partition,
        Consumer<List<LogRecord>> journalSpoiler,
        Consumer<List<LogRecord>> checkpointSpoiler)
        implements Source {

    @Override
    public AvroFraming framing() {
        return topics.framing();
    }

    @Override
    public SortedMap<Integer, Extent> extents() {
        return topics.extents();
    }

    @Override
    public Records journal(int number, long from) {
        return number == partition
                ? spoiled(topics.journal(number, from), journalSpoiler)
                : topics.journal(number, from);
    }

    @Override
    public Records checkpoints(int number) {
        return number == partition
                ? spoiled(topics.checkpoints(number), checkpointSpoiler)
                : topics.checkpoints(number);
    }

    @Override
    public Optional<Records> decisions(int number) {
        return topics.decisions(number);
    }

    @Override
    public Set<Integer> policyPartitions() {
        return topics.policyPartitions();
    }

    @Override
    public Records policies(int number) {
        return topics.policies(number);
    }

    @Override
    public DataKeys dataKeys() {
        return topics.dataKeys();
    }

    @Override
    public String name() {
        return topics.name();
    }

    @Override
    public void close() {
        topics.close();
    }

    private static Records spoiled(Records records, Consumer<List<LogRecord>> spoiler) {
        List<LogRecord> all = new ArrayList<>();
        try (records) {
            for (LogRecord record = records.next(); record != null; record = records.next()) {
                all.add(record);
            }
        }
        spoiler.accept(all);
        Iterator<LogRecord> left = all.iterator();
        return new Records() {
            @Override
            public @Nullable LogRecord next() {
                return left.hasNext() ? left.next() : null;
            }

            @Override
            public void close() {}
        };
    }
}
