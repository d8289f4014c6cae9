package io.countersign.wire.codec;

import io.countersign.wire.mapping.AvroMapping;
import io.countersign.wire.topic.Topic;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Values of one topic to octets and back. */
public final class TopicCodec<T> {

    private final String topic;
    private final Converter<T, ?> converter;
    private final int headerLength;

    public TopicCodec(Topic<T> topic, AvroFraming framing) {
        this.topic = topic.name();
        this.converter = new Converter<>(topic.name(), topic.mapping(), framing);
        this.headerLength = framing.headerLength();
    }

    public byte[] encode(T value) {
        return converter.encode(value);
    }

    /**
     * Reads a record's value; a missing one is unreadable.
     *
     * @throws SchemasUnavailableException when the schema cannot be had now
     */
    public Read<T> read(byte @Nullable [] octets) {
        if (octets == null) {
            return new Read.Unreadable<>("the record on " + topic + " has no value");
        }
        try {
            return new Read.Value<>(converter.decode(octets));
        } catch (UnreadableException e) {
            return new Read.Unreadable<>(String.valueOf(e.getMessage()));
        }
    }

    /** Octets before the Avro body. */
    public int headerLength() {
        return headerLength;
    }

    /** Ties the topic's Avro type to its mapping. */
    private record Converter<T, R extends SpecificRecord>(
            String topic, AvroMapping<T, R> mapping, AvroFraming framing) {

        byte[] encode(T value) {
            return framing.frame(topic, mapping.toAvro().apply(value));
        }

        T decode(byte[] octets) {
            R avro = framing.unframe(topic, octets, mapping.type());
            try {
                return mapping.fromAvro().apply(avro);
            } catch (IllegalArgumentException | AvroRuntimeException e) {
                throw new UnreadableException("the value on %s breaks a rule: %s".formatted(topic, e.getMessage()), e);
            }
        }
    }
}
