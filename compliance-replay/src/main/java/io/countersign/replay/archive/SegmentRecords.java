package io.countersign.replay.archive;

import io.countersign.replay.source.LogRecord;
import io.countersign.replay.source.Records;
import io.countersign.replay.source.UnusableException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Iterator;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.file.DataFileStream;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;

/** The records of one partition's segments, each of which is compared with its listed digest before it is read. */
final class SegmentRecords implements Records {

    private static final int CHUNK = 1 << 16;

    private final Path folder;
    private final int partition;
    private final long from;
    private final Iterator<Segment> segments;
    private @Nullable Segment segment;
    private @Nullable DataFileStream<GenericRecord> open;
    private long read;

    SegmentRecords(Segments segments, int partition, long from) {
        this.folder = segments.folder();
        this.partition = partition;
        this.from = from;
        this.segments = segments.all().stream()
                .filter(each -> each.to() > from)
                .toList()
                .iterator();
    }

    @Override
    public @Nullable LogRecord next() {
        try {
            for (DataFileStream<GenericRecord> file = file(); file != null; file = file()) {
                while (file.hasNext()) {
                    LogRecord record = record(file.next());
                    read++;
                    if (record.offset() >= from) {
                        return record;
                    }
                }
                finish();
            }
            return null;
        } catch (IOException | AvroRuntimeException e) {
            throw new UnusableException("archive: cannot read " + folder + ": " + UnusableException.reason(e), e);
        }
    }

    @Override
    public void close() {
        try {
            if (open != null) {
                open.close();
            }
        } catch (IOException e) {
            throw new UnusableException("archive: cannot close a file of " + folder, e);
        }
    }

    private @Nullable DataFileStream<GenericRecord> file() throws IOException {
        if (open == null && segments.hasNext()) {
            Segment next = segments.next();
            Path file = folder.resolve(next.file());
            requireUnaltered(file, next);
            segment = next;
            read = 0;
            open = new DataFileStream<>(Files.newInputStream(file), new GenericDatumReader<>(SegmentFormat.SCHEMA));
        }
        return open;
    }

    private void finish() throws IOException {
        Segment done = segment;
        if (open != null) {
            open.close();
        }
        open = null;
        if (done != null && done.records() != read) {
            throw new UnusableException("archive: %s holds %d records, not %d"
                    .formatted(folder.resolve(done.file()), read, done.records()));
        }
    }

    private LogRecord record(GenericRecord avro) {
        return new LogRecord(
                partition,
                (Long) avro.get("offset"),
                Instant.ofEpochMilli((Long) avro.get("timestamp")),
                SegmentFormat.octets(avro, "key"),
                SegmentFormat.octets(avro, "value"));
    }

    private static void requireUnaltered(Path file, Segment segment) throws IOException {
        MessageDigest digest = SegmentFormat.digest();
        try (InputStream in = Files.newInputStream(file)) {
            byte[] chunk = new byte[CHUNK];
            for (int octets = in.read(chunk); octets >= 0; octets = in.read(chunk)) {
                digest.update(chunk, 0, octets);
            }
        }
        String now = SegmentFormat.hex(digest);
        if (!now.equals(segment.sha256())) {
            throw new UnusableException("archive: %s was altered since it was archived: SHA-256 %s, not %s"
                    .formatted(file, now, segment.sha256()));
        }
    }
}
