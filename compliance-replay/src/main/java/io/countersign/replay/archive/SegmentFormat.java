package io.countersign.replay.archive;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;

/**
 * A segment's records: the value as it stood in the log, octet for octet, because hashes are over octets and what an auditor must
 * see may be what nothing can read.
 */
final class SegmentFormat {

    static final Schema SCHEMA = SchemaBuilder.record("ArchivedRecord")
            .namespace("io.countersign.archive")
            .doc(
                    "One record of a topic. The value begins with 0 and the id of its schema, four octets, see ../../schemas.")
            .fields()
            .requiredLong("offset")
            .requiredLong("timestamp")
            .optionalBytes("key")
            .optionalBytes("value")
            .endRecord();

    private SegmentFormat() {}

    static GenericRecord record(long offset, long timestamp, byte @Nullable [] key, byte @Nullable [] value) {
        GenericRecord record = new GenericData.Record(SCHEMA);
        record.put("offset", offset);
        record.put("timestamp", timestamp);
        record.put("key", key == null ? null : ByteBuffer.wrap(key));
        record.put("value", value == null ? null : ByteBuffer.wrap(value));
        return record;
    }

    static byte @Nullable [] octets(GenericRecord record, String field) {
        if (!(record.get(field) instanceof ByteBuffer buffer)) {
            return null;
        }
        byte[] octets = new byte[buffer.remaining()];
        buffer.duplicate().get(octets);
        return octets;
    }

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JDK has no SHA-256", e);
        }
    }

    static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }
}
