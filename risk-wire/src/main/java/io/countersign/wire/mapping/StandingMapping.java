package io.countersign.wire.mapping;

import io.countersign.domain.account.Connection;
import io.countersign.domain.account.Erasure;
import io.countersign.domain.account.Standing;
import io.countersign.domain.control.Freeze;
import io.countersign.domain.control.FreezeScope;
import io.countersign.domain.id.ConnectionId;
import io.countersign.domain.id.ControlId;
import io.countersign.domain.request.Destination;
import io.countersign.schema.state.AccountState;
import io.countersign.schema.state.BookedAddress;
import io.countersign.schema.state.BoundConnection;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What people have set, as the account store keeps it. */
final class StandingMapping {

    /** Version 1 did not keep who placed a freeze. */
    private static final ControlId UNKNOWN = new ControlId("0".repeat(32));

    private StandingMapping() {}

    static void put(AccountState.Builder state, Standing standing) {
        state.setAddressBook(standing.addressBook().entrySet().stream()
                        .map(each -> new BookedAddress(
                                FactsMapping.toAvro(each.getKey()),
                                each.getValue().toEpochMilli()))
                        .toList())
                .setConnections(standing.connections().entrySet().stream()
                        .map(each -> new BoundConnection(
                                each.getKey().fingerprint(),
                                each.getValue().boundAt(),
                                each.getValue().publicKey()))
                        .toList())
                .setTier(standing.tier())
                .setErasure(toAvro(standing.erasure()))
                .setFreezes(FreezeMapping.toAvro(List.copyOf(standing.freezes().values())));
    }

    static Standing fromAvro(AccountState avro) {
        Map<Destination, Instant> addressBook = new LinkedHashMap<>();
        avro.getAddressBook()
                .forEach(each -> addressBook.put(
                        FactsMapping.fromAvro(each.getDestination()), Instant.ofEpochMilli(each.getAddedAt())));
        Map<ConnectionId, Connection> connections = new LinkedHashMap<>();
        avro.getConnections()
                .forEach(each -> connections.put(
                        new ConnectionId(each.getConnection()),
                        new Connection(each.getBoundAt(), each.getPublicKey())));
        return new Standing(addressBook, connections, avro.getTier(), freezes(avro), erasure(avro.getErasure()));
    }

    private static io.countersign.schema.state.@Nullable Erasure toAvro(@Nullable Erasure erasure) {
        return switch (erasure) {
            case null -> null;
            case Erasure.Asked asked ->
                new io.countersign.schema.state.Erasure(asked.control().value(), asked.by(), null);
            case Erasure.Done done -> new io.countersign.schema.state.Erasure(null, null, done.at());
        };
    }

    private static @Nullable Erasure erasure(io.countersign.schema.state.@Nullable Erasure avro) {
        if (avro == null) {
            return null;
        }
        return avro.getDoneAt() == null
                ? new Erasure.Asked(new ControlId(String.valueOf(avro.getAskedId())), String.valueOf(avro.getAskedBy()))
                : new Erasure.Done(avro.getDoneAt());
    }

    private static Map<ControlId, Freeze> freezes(AccountState avro) {
        Map<ControlId, Freeze> freezes = new LinkedHashMap<>();
        io.countersign.schema.state.Freeze old = avro.getFreeze();
        if (old != null) {
            freezes.put(
                    UNKNOWN, new Freeze(UNKNOWN, new FreezeScope.Everything(), old.getReason(), "", old.getAt(), null));
        }
        FreezeMapping.fromAvro(avro.getFreezes()).forEach(each -> freezes.put(each.id(), each));
        return freezes;
    }
}
