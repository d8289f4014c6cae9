package io.countersign.replay;

import io.countersign.wire.codec.AvroFraming;
import io.countersign.wire.codec.RegistryFraming;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;

/** The wire format of the topics, with a registry that is a list. */
public final class ConfluentFraming implements AvroFraming {

    private final List<Schema> registered = new ArrayList<>();
    private final RegistryFraming reading = new RegistryFraming(this::schema);

    /** Ids begin at 1. */
    public Schema schema(int id) {
        return registered.get(id - 1);
    }

    @Override
    public byte[] frame(String topic, SpecificRecord value) {
        if (!registered.contains(value.getSchema())) {
            registered.add(value.getSchema());
        }
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        octets.write(0);
        octets.writeBytes(ByteBuffer.allocate(Integer.BYTES)
                .putInt(registered.indexOf(value.getSchema()) + 1)
                .array());
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(octets, null);
        try {
            new SpecificDatumWriter<SpecificRecord>(value.getSchema(), SpecificData.getForClass(value.getClass()))
                    .write(value, encoder);
            encoder.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return octets.toByteArray();
    }

    @Override
    public <R extends SpecificRecord> R unframe(String topic, byte[] octets, Class<R> type) {
        return reading.unframe(topic, octets, type);
    }

    @Override
    public int headerLength() {
        return reading.headerLength();
    }
}
