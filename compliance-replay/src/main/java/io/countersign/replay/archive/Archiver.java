package io.countersign.replay.archive;

import io.countersign.replay.progress.Progress;
import io.countersign.replay.progress.Watched;
import io.countersign.replay.source.Extent;
import io.countersign.replay.source.LogRecord;
import io.countersign.replay.source.Partitions;
import io.countersign.replay.source.Records;
import io.countersign.replay.source.Source;
import io.countersign.replay.source.UnusableException;
import io.countersign.wire.codec.RegistryFraming;
import io.countersign.wire.codec.UnreadableException;
import io.countersign.wire.message.Octets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.IntFunction;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Brings an archive up to what a source has. Policies go first and a partition's checkpoints after its journal, so that an archive
 * that was left half done is an older one and not a broken one.
 */
public final class Archiver {

    private final Path archive;
    private final IntFunction<Schema> schemas;
    private final int most;
    private Contents contents = Contents.empty(0, Set.of());

    /** Takes where schemas are had from by id, and how many records make a segment, at most. */
    public Archiver(Path archive, IntFunction<Schema> schemas, int most) {
        this.archive = archive;
        this.schemas = schemas;
        this.most = most;
    }

    /** How many records were added, of all topics. */
    public long archive(Source source, int threads, Progress progress) {
        List<Integer> partitions = List.copyOf(source.extents().keySet());
        try {
            Files.createDirectories(archive.resolve("schemas"));
            contents = Contents.isIn(archive)
                    ? Contents.of(archive)
                    : Contents.empty(partitions.size(), source.policyPartitions());
            if (contents.partitions() != partitions.size()) {
                throw new UnusableException("archive: %s is of a journal of %d partitions, not %d"
                        .formatted(archive, contents.partitions(), partitions.size()));
            }
            contents.write(archive);
            keepKeys(source);
        } catch (IOException e) {
            throw unusable(e);
        }
        long policies = 0;
        Source watched = new Watched(source, progress);
        for (int partition : contents.policyPartitions()) {
            policies += add(source, ArchivedTopic.POLICIES, partition);
        }
        List<Long> added = Partitions.each(
                partitions,
                threads,
                partition -> add(watched, ArchivedTopic.JOURNAL, partition)
                        + add(source, ArchivedTopic.CHECKPOINTS, partition));
        forgetKeys(source);
        return policies + added.stream().mapToLong(Long::longValue).sum();
    }

    /** What is archived already stays readable until all is; an erasure may be in what is to come. */
    private void keepKeys(Source source) throws IOException {
        SortedMap<String, Octets> all = ArchivedKeys.in(archive);
        all.putAll(source.dataKeys().wrapped());
        ArchivedKeys.write(archive, all);
    }

    private void forgetKeys(Source source) {
        try {
            ArchivedKeys.write(archive, source.dataKeys().wrapped());
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    static Path folder(Path archive, ArchivedTopic topic, int partition) {
        return archive.resolve(topic.folder()).resolve("%04d".formatted(partition));
    }

    private long add(Source source, ArchivedTopic topic, int partition) {
        Path folder = folder(archive, topic, partition);
        try {
            Files.createDirectories(folder);
            Segments segments = Segments.in(folder);
            segments.sweep();
            List<Segment> before = segments.all();
            Segment last = before.isEmpty() ? null : before.getLast();
            if (topic == ArchivedTopic.JOURNAL) {
                requireSameJournal(source.extents().getOrDefault(partition, new Extent(0, 0)), last, folder);
            }
            try (Records records = topic.of(source, partition, last == null ? 0 : last.lastOffset())) {
                return add(records, segments, last);
            }
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    private long add(Records records, Segments segments, @Nullable Segment last) throws IOException {
        if (last != null) {
            requireGoesOn(records, last, segments.folder());
        }
        long from = last == null ? 0 : last.to();
        long added = 0;
        SegmentWriter writer = null;
        try {
            for (LogRecord record = records.next(); record != null; record = records.next()) {
                if (writer != null && isFull(writer, record)) {
                    segments.add(writer.finish(record.offset()));
                    from = record.offset();
                    writer = null;
                }
                writer = writer == null ? new SegmentWriter(segments.folder(), from, record) : writer;
                keepSchema(record);
                writer.add(record);
                added++;
                from = record.offset() + 1;
            }
            if (writer != null) {
                segments.add(writer.finish(from));
            }
            return added;
        } finally {
            if (writer != null) {
                writer.close();
            }
        }
    }

    /** Reads up to the last record that is archived, which must be the one that it was. */
    private static void requireGoesOn(Records records, Segment last, Path folder) {
        LogRecord record = records.next();
        while (record != null && record.offset() < last.lastOffset()) {
            record = records.next();
        }
        if (record == null || record.offset() != last.lastOffset()) {
            throw another(folder);
        }
        MessageDigest digest = SegmentFormat.digest();
        digest.update(record.octets());
        if (!SegmentFormat.hex(digest).equals(last.lastValue())) {
            throw another(folder);
        }
    }

    private boolean isFull(SegmentWriter writer, LogRecord next) {
        return writer.records() >= most || SegmentWriter.day(next).compareTo(writer.day()) > 0;
    }

    private static void requireSameJournal(Extent there, @Nullable Segment last, Path folder) {
        boolean beginning = last == null && there.begin() > 0;
        if (beginning || (last != null && (there.end() < last.to() || there.begin() > last.lastOffset()))) {
            throw another(folder);
        }
    }

    /** A journal is kept for ever, so what was archived is still there. */
    private static UnusableException another(Path folder) {
        return new UnusableException(
                "archive: the topic does not go on from what %s holds: it is another one, was cut or was altered"
                        .formatted(folder));
    }

    private void keepSchema(LogRecord record) throws IOException {
        int id = RegistryFraming.schemaId(record.octets()).orElse(0);
        if (id != 0) {
            keepSchema(id);
        }
    }

    private synchronized void keepSchema(int id) throws IOException {
        if (!contents.schemas().containsKey(id)) {
            String text = schema(id);
            if (text == null) {
                return;
            }
            Segments.writeWhole(Contents.schemaFile(archive, id), text);
            contents = contents.with(id, text);
            contents.write(archive);
        }
    }

    /** Null when there is none for ever: the record that names it is kept all the same, and says nothing to anybody. */
    private @Nullable String schema(int id) {
        try {
            return schemas.apply(id).toString();
        } catch (UnreadableException e) {
            return null;
        }
    }

    private UnusableException unusable(IOException e) {
        return new UnusableException("archive: cannot write %s: %s".formatted(archive, UnusableException.reason(e)), e);
    }
}
