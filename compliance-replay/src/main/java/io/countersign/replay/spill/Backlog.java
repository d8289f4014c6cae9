package io.countersign.replay.spill;

import io.countersign.replay.source.LogRecord;
import io.countersign.replay.source.UnusableException;
import io.countersign.wire.message.Octets;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Records that wait until there is room for their accounts, octet for octet as they stand in the log, in a folder that is deleted in
 * the end. They lie in several files: all of one account in one, in their order, so that one file after the other can be dealt with.
 * Of one thread.
 */
public final class Backlog implements AutoCloseable {

    /** Each has a buffer while it is written. */
    public static final int FILES = 64;

    private static final int BUFFER = 1 << 15;
    private static final int ABSENT = -1;
    private static final int BITS = Integer.numberOfTrailingZeros(FILES);

    /** Of Fibonacci hashing: keys that differ little go to files that differ much. */
    private static final int SPREAD = 0x9E3779B9;

    private final Path parent;
    private final int level;
    private final @Nullable DataOutputStream[] writing = new @Nullable DataOutputStream[FILES];
    private final long[] waiting = new long[FILES];
    private @Nullable SpillFolder folder;

    /**
     * Below {@code parent}, where nothing is made before the first record.
     *
     * @param level 0 for the records of a log, one more for what is left over of the file of a backlog: they part in other places
     */
    public Backlog(Path parent, int level) {
        this.parent = parent;
        this.level = level;
    }

    /** A record, and its own hash, 32 octets. */
    public record Waiting(LogRecord record, Octets hash) {}

    /** Whoever takes what waits. */
    @FunctionalInterface
    public interface Sink {
        void take(Waiting next);
    }

    /** Whether nothing waits. */
    public boolean isEmpty() {
        return folder == null;
    }

    /** Behind those that wait already. */
    public void add(LogRecord record, Octets hash) {
        try {
            int file = fileOf(record.key());
            DataOutputStream out = writer(file);
            out.writeInt(record.partition());
            out.writeLong(record.offset());
            out.writeLong(record.timestamp().toEpochMilli());
            write(out, record.key());
            write(out, record.value());
            write(out, hash.toBytes());
            waiting[file]++;
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    /** Nothing more comes: what waits can be read. */
    public void finish() {
        try {
            for (int i = 0; i < FILES; i++) {
                DataOutputStream open = writing[i];
                writing[i] = null;
                if (open != null) {
                    open.close();
                }
            }
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    /** Everything that waits in the file with the number {@code file}, from 0 up to {@link #FILES}, and the file's end. */
    public void drain(int file, Sink sink) {
        SpillFolder there = folder;
        if (there == null || waiting[file] == 0) {
            return;
        }
        Path path = path(there, file);
        try {
            try (DataInputStream in =
                    new DataInputStream(new BufferedInputStream(Files.newInputStream(path), BUFFER))) {
                for (long left = waiting[file]; left > 0; left--) {
                    sink.take(next(in));
                }
            }
            Files.delete(path);
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    @Override
    public void close() {
        finish();
        if (folder != null) {
            folder.close();
        }
    }

    private static void write(DataOutputStream out, byte @Nullable [] octets) throws IOException {
        out.writeInt(octets == null ? ABSENT : octets.length);
        if (octets != null) {
            out.write(octets);
        }
    }

    private static byte @Nullable [] read(DataInputStream in) throws IOException {
        int length = in.readInt();
        return length == ABSENT ? null : in.readNBytes(length);
    }

    private static Waiting next(DataInputStream in) throws IOException {
        LogRecord record =
                new LogRecord(in.readInt(), in.readLong(), Instant.ofEpochMilli(in.readLong()), read(in), read(in));
        byte[] hash = read(in);
        return new Waiting(record, hash == null ? Octets.EMPTY : Octets.of(hash));
    }

    private int fileOf(byte @Nullable [] key) {
        return Integer.rotateLeft(Arrays.hashCode(key) * SPREAD, BITS * (level + 1)) & (FILES - 1);
    }

    private DataOutputStream writer(int file) throws IOException {
        DataOutputStream known = writing[file];
        if (known != null) {
            return known;
        }
        SpillFolder there = folder == null ? SpillFolder.in(parent) : folder;
        folder = there;
        DataOutputStream made =
                new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(path(there, file)), BUFFER));
        writing[file] = made;
        return made;
    }

    private static Path path(SpillFolder folder, int file) {
        return folder.path().resolve("%02d".formatted(file));
    }

    private UnusableException unusable(IOException e) {
        return new UnusableException("--spill %s: %s".formatted(parent, UnusableException.reason(e)), e);
    }
}
