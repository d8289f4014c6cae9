package io.countersign.wire.mapping;

import io.countersign.domain.id.AccountId;
import io.countersign.schema.connections.Connection;
import io.countersign.wire.message.ConnectionMessage;
import io.countersign.wire.message.KeyKind;
import io.countersign.wire.message.Octets;
import java.nio.ByteBuffer;

/** Values of the topic of connections. */
public final class ConnectionMapping {

    public static final AvroMapping<ConnectionMessage, Connection> AVRO = new AvroMapping<>(
            Connection.class, Connection.getClassSchema(), ConnectionMapping::toAvro, ConnectionMapping::fromAvro);

    private ConnectionMapping() {}

    private static Connection toAvro(ConnectionMessage message) {
        Octets key = message.publicKey();
        return new Connection(
                message.account().value(),
                io.countersign.schema.connections.KeyKind.valueOf(message.kind().name()),
                key == null ? null : key.toBuffer(),
                message.boundAt());
    }

    private static ConnectionMessage fromAvro(Connection avro) {
        ByteBuffer key = avro.getPublicKey();
        return new ConnectionMessage(
                new AccountId(avro.getAccountId()),
                KeyKind.valueOf(avro.getKeyKind().name()),
                key == null ? null : Octets.of(key),
                avro.getBoundAt());
    }
}
