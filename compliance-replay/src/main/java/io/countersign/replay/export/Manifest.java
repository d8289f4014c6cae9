package io.countersign.replay.export;

import java.util.List;
import java.util.Map;

/**
 * What an export holds.
 *
 * @param version of this document's form: 1
 * @param source it was read from, for a person
 * @param exportedAt ISO 8601, by the exporter's clock
 * @param columns of each table, in order
 */
public record Manifest(
        int version,
        String source,
        String exportedAt,
        Format format,
        Map<String, List<String>> columns,
        List<Part> partitions,
        List<File> files) {

    static final int VERSION = 1;

    public Manifest {
        columns = Map.copyOf(columns);
        partitions = List.copyOf(partitions);
        files = List.copyOf(files);
    }

    /**
     * One partition of the journal.
     *
     * @param from its first offset
     * @param to the first offset that is not in it
     * @param merkleRoot of RFC 6962 over the entries' hashes in their order, in hex
     * @param runningHash as a checkpoint of the engine has it, in hex
     */
    public record Part(int partition, long from, long to, long entries, String merkleRoot, String runningHash) {}

    /** One file, its name relative to the manifest, and its SHA-256 in hex. */
    public record File(String name, String table, int partition, long rows, String sha256) {}
}
