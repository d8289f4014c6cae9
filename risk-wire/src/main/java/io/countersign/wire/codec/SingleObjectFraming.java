package io.countersign.wire.codec;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;

/**
 * Avro's own single-object encoding, for what no topic carries: the account store and the inside of a seal. Avro's message coders
 * go through streams octet by octet, which takes twice as long.
 */
public final class SingleObjectFraming implements AvroFraming {

    /** Two octets of marker and eight of schema fingerprint. */
    private static final int HEADER_LENGTH = 10;

    static {
        AvroLimits.apply();
    }

    private final Map<Schema, FramedWriter> writers = new ConcurrentHashMap<>();
    private final Map<Class<?>, Reader> readers = new ConcurrentHashMap<>();

    private record Reader(ByteBuffer header, DatumReader<SpecificRecord> datums) {}

    @Override
    public byte[] frame(String topic, SpecificRecord value) {
        return writers.computeIfAbsent(value.getSchema(), schema -> new FramedWriter(header(schema), value))
                .write(value);
    }

    @Override
    public <R extends SpecificRecord> R unframe(String topic, byte[] octets, Class<R> type) {
        Reader reader = readers.computeIfAbsent(type, SingleObjectFraming::reader);
        if (octets.length < HEADER_LENGTH
                || !ByteBuffer.wrap(octets, 0, HEADER_LENGTH).equals(reader.header())) {
            throw new UnreadableException(
                    "the value of %s cannot be read: it does not begin as a %s".formatted(topic, type.getSimpleName()));
        }
        BinaryDecoder body =
                DecoderFactory.get().binaryDecoder(octets, HEADER_LENGTH, octets.length - HEADER_LENGTH, null);
        try {
            return type.cast(reader.datums().read(null, body));
        } catch (IOException | RuntimeException e) {
            // Avro throws whatever it stumbles over: an index out of bounds, a length that it does not support.
            throw new UnreadableException("the value of %s cannot be read: %s".formatted(topic, e.getMessage()), e);
        }
    }

    @Override
    public int headerLength() {
        return HEADER_LENGTH;
    }

    private static Reader reader(Class<?> type) {
        Schema schema = SpecificData.get().getSchema(type);
        return new Reader(
                ByteBuffer.wrap(header(schema)),
                new SpecificDatumReader<>(schema, schema, SpecificData.getForClass(type)));
    }

    private static byte[] header(Schema schema) {
        return ByteBuffer.allocate(HEADER_LENGTH)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put((byte) 0xC3)
                .put((byte) 1)
                .putLong(SchemaNormalization.parsingFingerprint64(schema))
                .array();
    }
}
