package io.countersign.wire.codec;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * The Confluent wire format (magic 0, four-octet schema id, Avro body) through the registry. Schemas are registered by whoever
 * deploys, never from here: a process that writes an unregistered schema fails. The registry is asked once per schema; an id
 * never changes its meaning, so what was learned is kept as long as the process lives.
 */
public final class RegistryFraming implements AvroFraming, AutoCloseable {

    /** Magic octet and schema id. */
    private static final int HEADER_LENGTH = 5;

    private static final byte MAGIC = 0;

    static {
        AvroLimits.apply();
    }

    private final @Nullable SchemaRegistry registry;
    private final IntFunction<Schema> byId;
    private final Map<Written, FramedWriter> writers = new ConcurrentHashMap<>();
    private final Map<Integer, Schema> schemas = new ConcurrentHashMap<>();
    private final Map<Asked, DatumReader<SpecificRecord>> readers = new ConcurrentHashMap<>();

    private record Written(String topic, Schema schema) {}

    private record Asked(int id, Class<?> type) {}

    /** Takes the registry's address, for example http://127.0.0.1:8081/apis/registry/v3 or …/apis/ccompat/v7. */
    public RegistryFraming(String registryUrl) {
        SchemaRegistry asked = new SchemaRegistry(registryUrl);
        registry = asked;
        byId = asked::byId;
    }

    /** Reads only, by schemas that are had from elsewhere; {@code byId} throws as {@link #unframe} does. */
    public RegistryFraming(IntFunction<Schema> byId) {
        registry = null;
        this.byId = byId;
    }

    /** The id of the schema that {@code octets} were written with; empty when they are not in the Confluent wire format. */
    public static OptionalInt schemaId(byte[] octets) {
        return octets.length < HEADER_LENGTH || octets[0] != MAGIC
                ? OptionalInt.empty()
                : OptionalInt.of(ByteBuffer.wrap(octets, 1, Integer.BYTES).getInt());
    }

    /** The schema that has the id. */
    public Schema schema(int id) {
        Schema known = schemas.get(id);
        if (known != null) {
            return known;
        }
        Schema schema = byId.apply(id);
        schemas.put(id, schema);
        return schema;
    }

    @Override
    public byte[] frame(String topic, SpecificRecord value) {
        Written key = new Written(topic, value.getSchema());
        FramedWriter writer = writers.get(key);
        if (writer == null) {
            if (registry == null) {
                throw new IllegalStateException("what reads an archive writes nothing");
            }
            writer = new FramedWriter(header(registry.idOf(topic, value.getSchema())), value);
            writers.put(key, writer);
        }
        return writer.write(value);
    }

    @Override
    public <R extends SpecificRecord> R unframe(String topic, byte[] octets, Class<R> type) {
        int id = schemaId(octets)
                .orElseThrow(() -> new UnreadableException(
                        "the value on %s is not in the Confluent wire format".formatted(topic)));
        DatumReader<SpecificRecord> reader = reader(topic, id, type);
        BinaryDecoder body =
                DecoderFactory.get().binaryDecoder(octets, HEADER_LENGTH, octets.length - HEADER_LENGTH, null);
        R value;
        boolean ended;
        try {
            value = type.cast(reader.read(null, body));
            ended = body.isEnd();
        } catch (IOException | RuntimeException e) { // Avro throws a dozen kinds at hostile octets.
            throw new UnreadableException("the value on %s cannot be read: %s".formatted(topic, reason(e)), e);
        }
        if (!ended) {
            throw new UnreadableException("the value on %s goes on after its end".formatted(topic));
        }
        return value;
    }

    @Override
    public int headerLength() {
        return HEADER_LENGTH;
    }

    @Override
    public void close() {
        if (registry != null) {
            registry.close();
        }
    }

    private DatumReader<SpecificRecord> reader(String topic, int id, Class<?> type) {
        Asked key = new Asked(id, type);
        DatumReader<SpecificRecord> known = readers.get(key);
        if (known != null) {
            return known;
        }
        Schema writer = schema(id);
        Schema today = SpecificData.get().getSchema(type);
        if (!writer.getFullName().equals(today.getFullName())) {
            throw new UnreadableException(
                    "the value on %s is a %s, not a %s".formatted(topic, writer.getFullName(), type.getSimpleName()));
        }
        DatumReader<SpecificRecord> reader = new SpecificDatumReader<>(writer, today, SpecificData.getForClass(type));
        readers.put(key, reader);
        return reader;
    }

    private static byte[] header(int id) {
        return ByteBuffer.allocate(HEADER_LENGTH).put(MAGIC).putInt(id).array();
    }

    private static String reason(Exception e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
