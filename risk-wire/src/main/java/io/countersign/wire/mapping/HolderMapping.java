package io.countersign.wire.mapping;

import io.countersign.domain.id.AccountId;
import io.countersign.wire.message.ConnectionHolder;

/** Values of the engine's store of connections. */
public final class HolderMapping {

    public static final AvroMapping<ConnectionHolder, io.countersign.schema.state.ConnectionHolder> AVRO =
            new AvroMapping<>(
                    io.countersign.schema.state.ConnectionHolder.class,
                    io.countersign.schema.state.ConnectionHolder.getClassSchema(),
                    HolderMapping::toAvro,
                    HolderMapping::fromAvro);

    private HolderMapping() {}

    private static io.countersign.schema.state.ConnectionHolder toAvro(ConnectionHolder holder) {
        return new io.countersign.schema.state.ConnectionHolder(holder.account().value(), holder.grant());
    }

    private static ConnectionHolder fromAvro(io.countersign.schema.state.ConnectionHolder avro) {
        return new ConnectionHolder(new AccountId(avro.getAccountId()), avro.getGrant());
    }
}
