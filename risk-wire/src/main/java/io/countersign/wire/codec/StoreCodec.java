package io.countersign.wire.codec;

import io.countersign.wire.mapping.AvroMapping;
import org.apache.avro.specific.SpecificRecord;

/** Values of one store to octets and back. They are nobody else's, so they name their schema without the registry. */
public final class StoreCodec<T> {

    private final Converter<T, ?> converter;

    public StoreCodec(String store, AvroMapping<T, ?> mapping) {
        converter = new Converter<>(store, mapping, new SingleObjectFraming());
    }

    public byte[] encode(T value) {
        return converter.encode(value);
    }

    /**
     * The value.
     *
     * @throws IllegalStateException when the store is corrupt
     */
    public T decode(byte[] octets) {
        return converter.decode(octets);
    }

    /** Ties the store's Avro type to its mapping. */
    private record Converter<T, R extends SpecificRecord>(
            String store, AvroMapping<T, R> mapping, SingleObjectFraming framing) {

        byte[] encode(T value) {
            return framing.frame(store, mapping.toAvro().apply(value));
        }

        T decode(byte[] octets) {
            try {
                return mapping.fromAvro().apply(framing.unframe(store, octets, mapping.type()));
            } catch (UnreadableException e) {
                throw new IllegalStateException("corrupt store %s: %s".formatted(store, e.getMessage()), e);
            }
        }
    }
}
