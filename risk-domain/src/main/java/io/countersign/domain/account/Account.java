package io.countersign.domain.account;

import io.countersign.domain.id.AccountId;
import io.countersign.domain.id.ConnectionId;
import io.countersign.domain.id.RequestId;
import io.countersign.domain.request.Destination;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One account's risk state. Only {@link #evolve} makes a new one.
 *
 * @param addressBook destinations with the instant they were added
 * @param connections API keys with the instant they were bound
 * @param freeze null when the account is not frozen
 * @param decided requests that were judged, in that order
 */
public record Account(
        AccountId id,
        Map<Destination, Instant> addressBook,
        Map<ConnectionId, Instant> connections,
        @Nullable Freeze freeze,
        Map<RequestId, DecidedRequest> decided,
        Exposure exposure) {

    public Account {
        // Map.copyOf would lose the order of insertion, and with it the same state in every run.
        addressBook = Collections.unmodifiableMap(new LinkedHashMap<>(addressBook));
        connections = Collections.unmodifiableMap(new LinkedHashMap<>(connections));
        decided = Collections.unmodifiableMap(new LinkedHashMap<>(decided));
    }

    /** An account that nothing happened to. */
    public static Account empty(AccountId id) {
        return new Account(id, Map.of(), Map.of(), null, Map.of(), Exposure.NONE);
    }

    /** Applies one recorded event. An event that does not fit the state means a corrupt journal. */
    public Account evolve(AccountEvent event) {
        return switch (event) {
            case AccountEvent.RequestDecided e -> decidedOn(e);
            case AccountEvent.ReservationOpened e ->
                withExposure(exposure.opened(e.requestId(), new Reservation.Open(e.value(), e.at())));
            case AccountEvent.ReservationSettled e -> withExposure(exposure.settled(e.requestId()));
            case AccountEvent.ReservationReleased e -> withExposure(exposure.released(e.requestId()));
            case AccountEvent.OutcomeRecorded e -> told(e.outcome());
            case AccountEvent.AddressAdded e -> withAddressBook(with(addressBook, e.destination(), e.at()));
            case AccountEvent.AddressRemoved e -> withAddressBook(without(addressBook, e.destination()));
            case AccountEvent.ConnectionBound e -> withConnections(with(connections, e.connection(), e.at()));
            case AccountEvent.ConnectionUnbound e -> withConnections(without(connections, e.connection()));
            case AccountEvent.AccountFrozen e -> withFreeze(new Freeze(e.reason(), e.at()));
            case AccountEvent.AccountUnfrozen e -> withFreeze(null);
        };
    }

    private Account decidedOn(AccountEvent.RequestDecided event) {
        RequestId requestId = event.request().id();
        if (decided.containsKey(requestId)) {
            throw new IllegalStateException("corrupt journal: request %s was decided before".formatted(requestId));
        }
        Map<RequestId, DecidedRequest> next = new LinkedHashMap<>(decided);
        next.values().removeIf(each -> each.at().isBefore(event.forgetBefore()));
        next.put(requestId, new DecidedRequest(event.status(), event.at(), null));
        return withDecided(next).withExposure(exposure.without(event.forgetBefore()));
    }

    private Account told(Outcome outcome) {
        DecidedRequest request = decided.get(outcome.requestId());
        if (request == null) {
            throw new IllegalStateException(
                    "corrupt journal: request %s was never decided".formatted(outcome.requestId()));
        }
        return withDecided(with(decided, outcome.requestId(), request.withOutcome(outcome.outcome())));
    }

    private Account withAddressBook(Map<Destination, Instant> next) {
        return new Account(id, next, connections, freeze, decided, exposure);
    }

    private Account withConnections(Map<ConnectionId, Instant> next) {
        return new Account(id, addressBook, next, freeze, decided, exposure);
    }

    private Account withFreeze(@Nullable Freeze next) {
        return new Account(id, addressBook, connections, next, decided, exposure);
    }

    private Account withDecided(Map<RequestId, DecidedRequest> next) {
        return new Account(id, addressBook, connections, freeze, next, exposure);
    }

    private Account withExposure(Exposure next) {
        return new Account(id, addressBook, connections, freeze, decided, next);
    }

    private static <K, V> Map<K, V> with(Map<K, V> map, K key, V value) {
        Map<K, V> next = new LinkedHashMap<>(map);
        next.put(key, value);
        return next;
    }

    private static <K, V> Map<K, V> without(Map<K, V> map, K key) {
        Map<K, V> next = new LinkedHashMap<>(map);
        next.remove(key);
        return next;
    }
}
