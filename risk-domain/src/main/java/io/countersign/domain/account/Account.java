package io.countersign.domain.account;

import io.countersign.domain.finding.DecisionStatus;
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
            case AccountEvent.ReservationOpened e -> reserved(e);
            case AccountEvent.ReservationSettled e -> withExposure(exposure.settled(e.requestId()));
            case AccountEvent.ReservationReleased e -> withExposure(exposure.released(e.requestId()));
            case AccountEvent.OutcomeRecorded e -> told(e.outcome());
            case AccountEvent.AddressAdded e -> withAddressBook(added(addressBook, e.destination(), e.at()));
            case AccountEvent.AddressRemoved e -> withAddressBook(removed(addressBook, e.destination()));
            case AccountEvent.ConnectionBound e -> withConnections(added(connections, e.connection(), e.at()));
            case AccountEvent.ConnectionUnbound e -> withConnections(removed(connections, e.connection()));
            case AccountEvent.AccountFrozen e -> frozen(new Freeze(e.reason(), e.at()));
            case AccountEvent.AccountUnfrozen e -> unfrozen();
        };
    }

    private Account decidedOn(AccountEvent.RequestDecided event) {
        RequestId requestId = event.request().id();
        require(!decided.containsKey(requestId), "request %s was decided before", requestId);
        Map<RequestId, DecidedRequest> next = new LinkedHashMap<>(decided);
        next.values().removeIf(each -> each.at().isBefore(event.forgetBefore()));
        next.put(requestId, new DecidedRequest(event.status(), event.at(), null));
        return withDecided(next).withExposure(exposure.without(event.forgetBefore()));
    }

    private Account reserved(AccountEvent.ReservationOpened event) {
        DecidedRequest request = decided.get(event.requestId());
        boolean approved = request != null && request.status() == DecisionStatus.APPROVED;
        require(approved, "request %s was never approved", event.requestId());
        return withExposure(exposure.opened(event.requestId(), new Reservation.Open(event.value(), event.at())));
    }

    private Account told(Outcome outcome) {
        DecidedRequest request = decided.get(outcome.requestId());
        if (request == null || !request.awaits(outcome.outcome())) {
            throw new IllegalStateException("corrupt journal: request %s awaits no outcome %s"
                    .formatted(outcome.requestId(), outcome.outcome()));
        }
        Map<RequestId, DecidedRequest> next = new LinkedHashMap<>(decided);
        next.put(outcome.requestId(), request.withOutcome(outcome.outcome()));
        return withDecided(next);
    }

    private Account frozen(Freeze next) {
        require(freeze == null, "account %s is frozen already", id);
        return withFreeze(next);
    }

    private Account unfrozen() {
        require(freeze != null, "account %s is not frozen", id);
        return withFreeze(null);
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

    private static <K> Map<K, Instant> added(Map<K, Instant> map, K key, Instant at) {
        require(!map.containsKey(key), "%s is there already", key);
        Map<K, Instant> next = new LinkedHashMap<>(map);
        next.put(key, at);
        return next;
    }

    private static <K> Map<K, Instant> removed(Map<K, Instant> map, K key) {
        require(map.containsKey(key), "%s is not there", key);
        Map<K, Instant> next = new LinkedHashMap<>(map);
        next.remove(key);
        return next;
    }

    private static void require(boolean fits, String otherwise, Object subject) {
        if (!fits) {
            throw new IllegalStateException("corrupt journal: " + otherwise.formatted(subject));
        }
    }
}
