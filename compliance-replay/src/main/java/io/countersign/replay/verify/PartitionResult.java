package io.countersign.replay.verify;

import java.util.Map;

/**
 * What came of one partition.
 *
 * @param runningHash of all its entries that were read, in hex: to be kept by an auditor
 * @param proposed documents by version, where the house's journal has them
 */
record PartitionResult(int partition, Counts counts, String runningHash, Map<Long, String> proposed, Found found) {

    PartitionResult {
        proposed = Map.copyOf(proposed);
    }

    /**
     * How many.
     *
     * @param decided requests that were decided again
     * @param erased requests whose decision nobody can read any more
     * @param covered entries under a checkpoint that they fit
     * @param decisions of the topic of decisions that are as the journal has them
     */
    record Counts(
            long accounts, long entries, long decided, long erased, long checkpoints, long covered, long decisions) {

        long uncovered() {
            return entries - covered;
        }
    }
}
