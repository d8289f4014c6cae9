package io.countersign.replay.source;

/** The offsets of one partition from {@code begin} up to {@code end}, which is the first one that does not belong to it. */
public record Extent(long begin, long end) {

    /** How many offsets, of which some may hold no record. */
    public long length() {
        return end - begin;
    }
}
