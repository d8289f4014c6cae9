package io.countersign.replay;

import io.countersign.wire.sign.CountersignatureVerifier;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Takes every checkpoint, then the whole journal, each in the order of the log, partition by partition however they are mixed. */
public final class CheckpointVerifier {

    private final SortedMap<Integer, PartitionAudit> audits = new TreeMap<>();
    private final int headerLength;
    private final @Nullable CountersignatureVerifier engine;

    /** Takes the octets before each Avro body, and who knows the engine's signature; without the latter none is checked. */
    public CheckpointVerifier(int headerLength, @Nullable CountersignatureVerifier engine) {
        this.headerLength = headerLength;
        this.engine = engine;
    }

    /** The next checkpoint. */
    public void take(CheckpointRecord record) {
        audit(record.partition()).take(record);
    }

    /** The next entry of the journal; from the first one on there is no further checkpoint. */
    public void take(JournalRecord record) {
        audit(record.partition()).take(record);
    }

    /** What came of it, when the log has come to its end. */
    public CheckpointVerification finish() {
        audits.values().forEach(PartitionAudit::finish);
        List<CheckpointVerification.Partition> partitions = audits.values().stream()
                .map(each -> new CheckpointVerification.Partition(
                        each.partition(), each.checkpoints(), each.entries(), each.covered()))
                .toList();
        List<Discrepancy> discrepancies =
                audits.values().stream().flatMap(PartitionAudit::discrepancies).toList();
        return new CheckpointVerification(partitions, engine != null, discrepancies);
    }

    private PartitionAudit audit(int partition) {
        return audits.computeIfAbsent(partition, number -> new PartitionAudit(number, headerLength, engine));
    }
}
