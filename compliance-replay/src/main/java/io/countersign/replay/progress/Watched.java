package io.countersign.replay.progress;

import io.countersign.replay.source.DataKeys;
import io.countersign.replay.source.Extent;
import io.countersign.replay.source.LogRecord;
import io.countersign.replay.source.Records;
import io.countersign.replay.source.Source;
import io.countersign.wire.codec.AvroFraming;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** A source that tells how far its journal is read. Whoever reads a partition twice is told of twice. */
public record Watched(Source source, Progress progress) implements Source {

    private static final int STEP = 1_000;

    @Override
    public AvroFraming framing() {
        return source.framing();
    }

    @Override
    public SortedMap<Integer, Extent> extents() {
        return source.extents();
    }

    /** What is before {@code from} is done already. */
    @Override
    public Records journal(int partition, long from) {
        Extent extent = source.extents().getOrDefault(partition, new Extent(0, 0));
        return new Counted(source.journal(partition, from), extent, progress);
    }

    @Override
    public Records checkpoints(int partition) {
        return source.checkpoints(partition);
    }

    @Override
    public Optional<Records> decisions(int partition) {
        return source.decisions(partition);
    }

    @Override
    public Set<Integer> policyPartitions() {
        return source.policyPartitions();
    }

    @Override
    public Records policies(int partition) {
        return source.policies(partition);
    }

    @Override
    public DataKeys dataKeys() {
        return source.dataKeys();
    }

    @Override
    public String name() {
        return source.name();
    }

    @Override
    public void close() {
        source.close();
    }

    /** Offsets that hold no record, such as the marks of transactions, count with the record behind them. */
    private static final class Counted implements Records {

        private final Records records;
        private final Extent extent;
        private final Progress progress;
        private long told;

        Counted(Records records, Extent extent, Progress progress) {
            this.records = records;
            this.extent = extent;
            this.progress = progress;
            this.told = extent.begin();
        }

        @Override
        public @Nullable LogRecord next() {
            LogRecord record = records.next();
            if (record == null) {
                tell(extent.end());
            } else if (record.offset() - told >= STEP) {
                tell(record.offset());
            }
            return record;
        }

        /** Whoever has seen enough needs no more. */
        @Override
        public void close() {
            tell(extent.end());
            records.close();
        }

        private void tell(long offset) {
            progress.step(offset - told);
            told = offset;
        }
    }
}
