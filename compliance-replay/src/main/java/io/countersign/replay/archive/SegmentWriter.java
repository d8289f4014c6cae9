package io.countersign.replay.archive;

import io.countersign.replay.source.LogRecord;
import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.ZoneOffset;
import org.apache.avro.file.CodecFactory;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;

/** Writes one segment, which has its name only when all of it is on the disk. */
final class SegmentWriter implements AutoCloseable {

    private static final int LEVEL = 3;

    private final Path folder;
    private final Path unfinished;
    private final String day;
    private final long from;
    private final MessageDigest digest = SegmentFormat.digest();
    private final FileOutputStream file;
    private final DataFileWriter<GenericRecord> avro;
    private long records;
    private long lastOffset;
    private byte[] lastValue = {};

    /** Takes where it begins, which may be before its {@code first} record. */
    SegmentWriter(Path folder, long from, LogRecord first) throws IOException {
        this.folder = folder;
        this.from = from;
        this.day = day(first);
        this.unfinished = folder.resolve("%s-%020d.part".formatted(day, from));
        this.file = new FileOutputStream(unfinished.toFile());
        this.avro = new DataFileWriter<GenericRecord>(new GenericDatumWriter<>(SegmentFormat.SCHEMA))
                .setCodec(CodecFactory.zstandardCodec(LEVEL))
                .create(SegmentFormat.SCHEMA, new DigestOutputStream(new BufferedOutputStream(file), digest));
    }

    static String day(LogRecord record) {
        return record.timestamp().atZone(ZoneOffset.UTC).toLocalDate().toString();
    }

    String day() {
        return day;
    }

    long records() {
        return records;
    }

    void add(LogRecord record) throws IOException {
        avro.append(
                SegmentFormat.record(record.offset(), record.timestamp().toEpochMilli(), record.key(), record.value()));
        records++;
        lastOffset = record.offset();
        lastValue = record.octets();
    }

    /** The finished segment up to {@code to}, exclusive. */
    Segment finish(long to) throws IOException {
        avro.flush();
        file.getChannel().force(true);
        avro.close();
        String name = "%s-%020d.avro".formatted(day, from);
        Segments.publish(unfinished, folder.resolve(name));
        MessageDigest last = SegmentFormat.digest();
        last.update(lastValue);
        return new Segment(
                name, day, from, to, records, SegmentFormat.hex(digest), lastOffset, SegmentFormat.hex(last));
    }

    @Override
    public void close() throws IOException {
        avro.close();
    }
}
