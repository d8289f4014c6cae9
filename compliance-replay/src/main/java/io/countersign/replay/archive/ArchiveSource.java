package io.countersign.replay.archive;

import io.countersign.replay.source.DataKeys;
import io.countersign.replay.source.Extent;
import io.countersign.replay.source.Records;
import io.countersign.replay.source.Source;
import io.countersign.wire.codec.AvroFraming;
import io.countersign.wire.codec.RegistryFraming;
import io.countersign.wire.codec.UnreadableException;
import io.countersign.wire.journal.WrappingKeys;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** An archive, which needs no Kafka and no registry. */
public final class ArchiveSource implements Source {

    private final Path archive;
    private final Contents contents;
    private final DataKeys dataKeys;
    private final RegistryFraming framing;
    private final SortedMap<Integer, Segments> journal = new TreeMap<>();

    /**
     * Of the folder {@code archive}.
     *
     * @throws io.countersign.replay.source.UnusableException when it holds no archive, or one that was altered
     */
    public ArchiveSource(Path archive) {
        this(archive, null);
    }

    /** As the other, with what its data keys were wrapped with. */
    public ArchiveSource(Path archive, @Nullable WrappingKeys wrapping) {
        dataKeys = new DataKeys(ArchivedKeys.in(archive), wrapping);
        this.archive = archive;
        contents = Contents.of(archive);
        Map<Integer, Schema> schemas = contents.read(archive);
        framing = new RegistryFraming(id -> {
            Schema schema = schemas.get(id);
            if (schema == null) {
                throw new UnreadableException("the archive has no schema with the id " + id);
            }
            return schema;
        });
        for (int i = 0; i < contents.partitions(); i++) {
            journal.put(i, segments(ArchivedTopic.JOURNAL, i));
        }
    }

    @Override
    public AvroFraming framing() {
        return framing;
    }

    @Override
    public SortedMap<Integer, Extent> extents() {
        SortedMap<Integer, Extent> extents = new TreeMap<>();
        journal.forEach((partition, segments) -> {
            List<Segment> all = segments.all();
            extents.put(
                    partition,
                    all.isEmpty()
                            ? new Extent(0, 0)
                            : new Extent(all.getFirst().from(), all.getLast().to()));
        });
        return extents;
    }

    @Override
    public Records journal(int partition, long from) {
        return new SegmentRecords(segments(ArchivedTopic.JOURNAL, partition), partition, from);
    }

    @Override
    public Records checkpoints(int partition) {
        return new SegmentRecords(segments(ArchivedTopic.CHECKPOINTS, partition), partition, 0);
    }

    /** None: what they say the journal says for ever, and their signatures are checked while the topic has them. */
    @Override
    public Optional<Records> decisions(int partition) {
        return Optional.empty();
    }

    @Override
    public Set<Integer> policyPartitions() {
        return contents.policyPartitions();
    }

    @Override
    public Records policies(int partition) {
        return new SegmentRecords(segments(ArchivedTopic.POLICIES, partition), partition, 0);
    }

    @Override
    public DataKeys dataKeys() {
        return dataKeys;
    }

    @Override
    public String name() {
        return "the archive " + archive;
    }

    @Override
    public void close() {
        framing.close();
    }

    private Segments segments(ArchivedTopic topic, int partition) {
        return Segments.in(Archiver.folder(archive, topic, partition));
    }
}
