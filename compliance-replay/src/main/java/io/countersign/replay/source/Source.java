package io.countersign.replay.source;

import io.countersign.wire.codec.AvroFraming;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/**
 * Journal, checkpoints, policies and decisions as they stood when it was opened: topics or an archive. Its ends are fixed so that
 * whatever a checkpoint is over, whatever was decided, and whatever policy an entry names, is there. Safe for many threads.
 */
public interface Source extends AutoCloseable {

    /** How the values name their schemas. */
    AvroFraming framing();

    /** What of the journal there is, by partition; every partition of the topic. */
    SortedMap<Integer, Extent> extents();

    /** The journal of one partition from the offset {@code from} to its end. */
    Records journal(int partition, long from);

    /** The checkpoints of one partition. */
    Records checkpoints(int partition);

    /** What is left of the decisions of one partition, by the partition of their accounts' journal; empty when none are kept here. */
    Optional<Records> decisions(int partition);

    /** Which partitions of the published policies there are. */
    Set<Integer> policyPartitions();

    /** The published policies of one partition. */
    Records policies(int partition);

    /** What the journal's entries are sealed with. */
    default DataKeys dataKeys() {
        return DataKeys.NONE;
    }

    /** For a person: which topics or which folder. */
    String name();

    @Override
    void close();
}
