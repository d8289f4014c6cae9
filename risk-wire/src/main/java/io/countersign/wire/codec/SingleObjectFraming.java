package io.countersign.wire.codec;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/** Avro's own single-object encoding, for what no topic carries: the account store and the inside of a seal. */
public final class SingleObjectFraming implements AvroFraming {

    /** Two octets of marker and eight of schema fingerprint. */
    private static final int HEADER_LENGTH = 10;

    static {
        AvroLimits.apply();
    }

    private final Map<Schema, BinaryMessageEncoder<SpecificRecord>> encoders = new ConcurrentHashMap<>();
    private final Map<Class<?>, BinaryMessageDecoder<SpecificRecord>> decoders = new ConcurrentHashMap<>();

    @Override
    public byte[] frame(String topic, SpecificRecord value) {
        try {
            ByteBuffer framed = encoders.computeIfAbsent(
                            value.getSchema(),
                            schema -> new BinaryMessageEncoder<>(SpecificData.getForClass(value.getClass()), schema))
                    .encode(value);
            byte[] octets = new byte[framed.remaining()];
            framed.get(octets);
            return octets;
        } catch (IOException e) {
            throw new IllegalStateException("encoding into memory cannot fail", e);
        }
    }

    @Override
    public <R extends SpecificRecord> R unframe(String topic, byte[] octets, Class<R> type) {
        BinaryMessageDecoder<SpecificRecord> decoder = decoders.computeIfAbsent(
                type,
                key -> new BinaryMessageDecoder<>(
                        SpecificData.getForClass(key), SpecificData.get().getSchema(key)));
        try {
            return type.cast(decoder.decode(octets));
        } catch (IOException | RuntimeException e) {
            // Avro throws whatever it stumbles over: an index out of bounds, a length that it does not support.
            throw new UnreadableException("the value of %s cannot be read: %s".formatted(topic, e.getMessage()), e);
        }
    }

    @Override
    public int headerLength() {
        return HEADER_LENGTH;
    }
}
