package io.countersign.engine.topology.input;

import io.countersign.wire.codec.StoreCodec;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/** A store's values as the streams client wants them. */
public final class StoreSerde {

    private StoreSerde() {}

    /** Over {@code codec}. */
    public static <T> Serde<T> of(StoreCodec<T> codec) {
        return Serdes.serdeFrom((topic, value) -> codec.encode(value), (topic, octets) -> codec.decode(octets));
    }
}
