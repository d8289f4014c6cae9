package io.countersign.replay.source;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One record as it stands in the log, octet for octet. */
public final class LogRecord {

    private static final byte[] NOTHING = {};

    private final int partition;
    private final long offset;
    private final Instant timestamp;
    private final byte @Nullable [] key;
    private final byte @Nullable [] value;

    /** Keeps the arrays, which nobody may change any more; {@code timestamp} is the log's. */
    public LogRecord(int partition, long offset, Instant timestamp, byte @Nullable [] key, byte @Nullable [] value) {
        this.partition = partition;
        this.offset = offset;
        this.timestamp = timestamp;
        this.key = key;
        this.value = value;
    }

    public int partition() {
        return partition;
    }

    public long offset() {
        return offset;
    }

    public Instant timestamp() {
        return timestamp;
    }

    /** The key's octets; null where there is none. */
    public byte @Nullable [] key() {
        return key;
    }

    /** The value's octets, header included; null where there is none. */
    public byte @Nullable [] value() {
        return value;
    }

    /** The value's octets; none where there is no value. */
    public byte[] octets() {
        return value == null ? NOTHING : value;
    }

    /** The account that the record is filed under; empty for none. */
    public String account() {
        return key == null ? "" : new String(key, StandardCharsets.UTF_8);
    }

    /** For a person. */
    public String position() {
        return position(partition, offset);
    }

    /** As {@link #position()} of the record that stands there. */
    public static String position(int partition, long offset) {
        return "partition %d offset %d".formatted(partition, offset);
    }
}
