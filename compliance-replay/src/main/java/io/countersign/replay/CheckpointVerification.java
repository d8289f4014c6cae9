package io.countersign.replay;

import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/**
 * What came of holding the journal against its checkpoints.
 *
 * @param signaturesChecked false when nobody said whose signatures they must be
 * @param discrepancies of each partition at most one of its checkpoints and one of its journal
 */
public record CheckpointVerification(
        List<Partition> partitions, boolean signaturesChecked, List<Discrepancy> discrepancies) {

    /**
     * One partition.
     *
     * @param entries how many the journal holds
     * @param covered how many of them are under a checkpoint that they fit
     */
    public record Partition(int number, long checkpoints, long entries, long covered) {

        /** How many came after the last checkpoint that they fit. */
        public long uncovered() {
            return entries - covered;
        }
    }

    public CheckpointVerification {
        partitions = List.copyOf(partitions);
        discrepancies = List.copyOf(discrepancies);
    }

    public boolean agrees() {
        return discrepancies.isEmpty();
    }

    /** How many entries of the journal are under no checkpoint that they fit. */
    public long uncovered() {
        return sum(Partition::uncovered);
    }

    /** A few words for a person, on one line. */
    public String summary() {
        return "%d checkpoints, %s: %d journal entries under a checkpoint, %s: %s"
                .formatted(
                        sum(Partition::checkpoints),
                        signaturesChecked
                                ? "signatures checked"
                                : "signatures NOT CHECKED (--decision-keys says whose they must be)",
                        sum(Partition::covered),
                        notYet(),
                        verdict());
    }

    private String notYet() {
        String each = partitions.stream()
                .filter(partition -> partition.uncovered() > 0)
                .map(partition -> "%d of partition %d".formatted(partition.uncovered(), partition.number()))
                .collect(Collectors.joining(", ", " (", ")"));
        return uncovered() + " not yet under a checkpoint" + (uncovered() > 0 ? each : "");
    }

    private String verdict() {
        if (!agrees()) {
            return discrepancies.size() + " discrepancies";
        }
        return signaturesChecked ? "all agree" : "NOT VERIFIED";
    }

    private long sum(ToLongFunction<Partition> of) {
        return partitions.stream().mapToLong(of).sum();
    }
}
