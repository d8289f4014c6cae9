package io.countersign.wire.mapping;

import io.countersign.schema.datakeys.DataKey;
import io.countersign.wire.message.DataKeyMessage;
import io.countersign.wire.message.Octets;

/** Values of the topic of data keys. */
public final class DataKeyMapping {

    public static final AvroMapping<DataKeyMessage, DataKey> AVRO = new AvroMapping<>(
            DataKey.class,
            DataKey.getClassSchema(),
            message -> new DataKey(message.wrapped().toBuffer()),
            avro -> new DataKeyMessage(Octets.of(avro.getWrapped())));

    private DataKeyMapping() {}
}
