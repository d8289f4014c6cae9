package io.countersign.wire.mapping;

import io.countersign.domain.account.Account;
import io.countersign.domain.account.DecidedRequest;
import io.countersign.domain.account.Exposure;
import io.countersign.domain.account.Freeze;
import io.countersign.domain.account.Reservation;
import io.countersign.domain.id.AccountId;
import io.countersign.domain.id.ConnectionId;
import io.countersign.domain.id.RequestId;
import io.countersign.domain.request.Destination;
import io.countersign.schema.common.OutcomeClass;
import io.countersign.schema.state.AccountState;
import io.countersign.schema.state.BookedAddress;
import io.countersign.schema.state.BoundConnection;
import io.countersign.wire.message.Octets;
import io.countersign.wire.message.StoredAccount;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Values of the engine's account store. */
public final class StateMapping {

    public static final AvroMapping<StoredAccount, AccountState> AVRO = new AvroMapping<>(
            AccountState.class, AccountState.getClassSchema(), StateMapping::toAvro, StateMapping::fromAvro);

    private StateMapping() {}

    private static AccountState toAvro(StoredAccount stored) {
        Account account = stored.account();
        Freeze freeze = account.freeze();
        return AccountState.newBuilder()
                .setAccountId(account.id().value())
                .setSequence(stored.sequence())
                .setLastHash(stored.lastHash().toBuffer())
                .setAddressBook(account.addressBook().entrySet().stream()
                        .map(each -> new BookedAddress(FactsMapping.toAvro(each.getKey()), each.getValue()))
                        .toList())
                .setConnections(account.connections().entrySet().stream()
                        .map(each -> new BoundConnection(each.getKey().fingerprint(), each.getValue()))
                        .toList())
                .setFreeze(freeze == null ? null : new io.countersign.schema.state.Freeze(freeze.reason(), freeze.at()))
                .setDecided(account.decided().entrySet().stream()
                        .map(each -> toAvro(each.getKey(), each.getValue()))
                        .toList())
                .setReservations(account.exposure().reservations().entrySet().stream()
                        .map(each -> toAvro(each.getKey(), each.getValue()))
                        .toList())
                .build();
    }

    private static io.countersign.schema.state.DecidedRequest toAvro(RequestId id, DecidedRequest decided) {
        io.countersign.domain.account.OutcomeClass outcome = decided.outcome();
        return new io.countersign.schema.state.DecidedRequest(
                ByteBuffer.wrap(id.octets()),
                FactsMapping.toAvro(decided.status()),
                decided.at(),
                outcome == null ? null : FactsMapping.toAvro(outcome));
    }

    private static io.countersign.schema.state.Reservation toAvro(RequestId id, Reservation reservation) {
        return new io.countersign.schema.state.Reservation(
                ByteBuffer.wrap(id.octets()),
                reservation.value().plain(),
                reservation.value().asset().code(),
                reservation.countedSince(),
                reservation instanceof Reservation.Settled);
    }

    private static StoredAccount fromAvro(AccountState avro) {
        io.countersign.schema.state.Freeze freeze = avro.getFreeze();
        Account account = new Account(
                new AccountId(avro.getAccountId()),
                addressBook(avro.getAddressBook()),
                connections(avro.getConnections()),
                freeze == null ? null : new Freeze(freeze.getReason(), freeze.getAt()),
                decided(avro.getDecided()),
                new Exposure(reservations(avro.getReservations())));
        return new StoredAccount(account, avro.getSequence(), Octets.of(avro.getLastHash()));
    }

    private static Map<Destination, Instant> addressBook(List<BookedAddress> avro) {
        Map<Destination, Instant> book = new LinkedHashMap<>();
        avro.forEach(each -> book.put(FactsMapping.fromAvro(each.getDestination()), each.getAddedAt()));
        return book;
    }

    private static Map<ConnectionId, Instant> connections(List<BoundConnection> avro) {
        Map<ConnectionId, Instant> connections = new LinkedHashMap<>();
        avro.forEach(each -> connections.put(new ConnectionId(each.getConnection()), each.getBoundAt()));
        return connections;
    }

    private static Map<RequestId, DecidedRequest> decided(List<io.countersign.schema.state.DecidedRequest> avro) {
        Map<RequestId, DecidedRequest> decided = new LinkedHashMap<>();
        for (io.countersign.schema.state.DecidedRequest each : avro) {
            OutcomeClass outcome = each.getOutcome();
            decided.put(
                    id(each.getRequestId()),
                    new DecidedRequest(
                            FactsMapping.fromAvro(each.getStatus()),
                            each.getAt(),
                            outcome == null ? null : FactsMapping.fromAvro(outcome)));
        }
        return decided;
    }

    private static Map<RequestId, Reservation> reservations(List<io.countersign.schema.state.Reservation> avro) {
        Map<RequestId, Reservation> reservations = new LinkedHashMap<>();
        for (io.countersign.schema.state.Reservation each : avro) {
            Reservation.Open open =
                    new Reservation.Open(Decimals.amount(each.getValue(), each.getQuote()), each.getCountedSince());
            reservations.put(id(each.getRequestId()), each.getSettled() ? open.settle() : open);
        }
        return reservations;
    }

    private static RequestId id(ByteBuffer octets) {
        return RequestId.of(Octets.of(octets).toBytes());
    }
}
