package io.countersign.wire.testing;

import io.countersign.wire.codec.SingleObjectFraming;
import io.countersign.wire.mapping.AvroMapping;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;

/** Every message that differs from a given one in exactly one field, found by walking the schema. */
public final class FieldVariations {

    private static final int HEADER = 10;

    private FieldVariations() {}

    /** Every variation whose values our types can hold. */
    public static List<GenericRecord> of(SpecificRecord message) {
        GenericRecord generic = generic(message);
        List<GenericRecord> all = new ArrayList<>();
        for (Object each : variations(generic.getSchema(), generic)) {
            all.add((GenericRecord) each);
        }
        return all;
    }

    public static <T, R extends SpecificRecord> T read(AvroMapping<T, R> mapping, GenericRecord record) {
        try {
            SpecificDatumReader<R> reader = new SpecificDatumReader<>(
                    record.getSchema(), mapping.schema(), SpecificData.getForClass(mapping.type()));
            return mapping.fromAvro()
                    .apply(reader.read(null, DecoderFactory.get().binaryDecoder(octets(record), null)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static GenericRecord generic(SpecificRecord message) {
        byte[] octets = new SingleObjectFraming().frame("any", message);
        try {
            return new GenericDatumReader<GenericRecord>(message.getSchema())
                    .read(null, DecoderFactory.get().binaryDecoder(octets, HEADER, octets.length - HEADER, null));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] octets(GenericRecord record) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        org.apache.avro.io.BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
        new GenericDatumWriter<GenericRecord>(record.getSchema()).write(record, encoder);
        encoder.flush();
        return out.toByteArray();
    }

    private static List<Object> variations(Schema schema, Object value) {
        return switch (schema.getType()) {
            case RECORD -> ofRecord((GenericData.Record) value);
            case UNION -> ofUnion(schema, value);
            case ARRAY -> ofList(schema.getElementType(), (List<?>) value);
            case ENUM -> ofEnum(schema, value.toString());
            case BOOLEAN -> List.of(!((Boolean) value));
            case LONG -> List.of(((Long) value) + 1);
            case INT -> List.of(((Integer) value) + 1);
            case BYTES -> ofBytes((ByteBuffer) value);
            case STRING -> ofString(value.toString());
            default -> throw new IllegalStateException("no variation of " + schema.getType());
        };
    }

    private static List<Object> ofRecord(GenericData.Record value) {
        List<Object> all = new ArrayList<>();
        for (Schema.Field field : value.getSchema().getFields()) {
            for (Object each : variations(field.schema(), value.get(field.pos()))) {
                GenericData.Record copy = new GenericData.Record(value, false);
                copy.put(field.pos(), each);
                all.add(copy);
            }
        }
        return all;
    }

    /** Gone, or changed. What is absent is varied by the seeds in which it is present. */
    private static List<Object> ofUnion(Schema schema, Object value) {
        List<Object> all = new ArrayList<>();
        if (value != null) {
            all.add(null);
            Schema branch = schema.getTypes().get(GenericData.get().resolveUnion(schema, value));
            all.addAll(variations(branch, value));
        }
        return all;
    }

    private static List<Object> ofList(Schema element, List<?> value) {
        List<Object> all = new ArrayList<>();
        for (int i = 0; i < value.size(); i++) {
            List<Object> shorter = new ArrayList<>(value);
            shorter.remove(i);
            all.add(shorter);
            for (Object each : variations(element, value.get(i))) {
                List<Object> changed = new ArrayList<>(value);
                changed.set(i, each);
                all.add(changed);
            }
        }
        return all;
    }

    private static List<Object> ofEnum(Schema schema, String value) {
        return schema.getEnumSymbols().stream()
                .filter(each -> !each.equals(value))
                .<Object>map(each -> new GenericData.EnumSymbol(schema, each))
                .toList();
    }

    private static List<Object> ofBytes(ByteBuffer value) {
        byte[] changed = new byte[value.remaining()];
        value.duplicate().get(changed);
        if (changed.length == 0) {
            return List.of(ByteBuffer.wrap(new byte[] {0}));
        }
        changed[changed.length - 1] ^= 1;
        return List.of(ByteBuffer.wrap(changed));
    }

    /** Stays within every form that our types ask for: hex digits, codes, decimals, paths. */
    private static List<Object> ofString(String value) {
        if (value.isEmpty()) {
            return List.of("1");
        }
        String end = value.endsWith("1") ? "2" : "1";
        return List.of(value.substring(0, value.length() - 1) + end);
    }
}
