package io.countersign.replay.archive;

/**
 * One file of an archive.
 *
 * @param day of its first record, by the log's clock in UTC
 * @param from its first offset
 * @param to the first offset that is not in it: the next segment's {@code from}
 * @param sha256 of the file, in hex
 * @param lastOffset of its last record
 * @param lastValue SHA-256 of the value of its last record, in hex
 */
record Segment(
        String file, String day, long from, long to, long records, String sha256, long lastOffset, String lastValue) {}
