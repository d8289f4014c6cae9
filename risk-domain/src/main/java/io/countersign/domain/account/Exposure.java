package io.countersign.domain.account;

import io.countersign.domain.id.RequestId;
import io.countersign.domain.money.Amount;
import io.countersign.domain.money.Asset;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The headroom that an account's approvals have taken, in the order in which they were given. */
public record Exposure(Map<RequestId, Reservation> reservations) {

    static final Exposure NONE = new Exposure(Map.of());

    public Exposure {
        reservations = Collections.unmodifiableMap(new LinkedHashMap<>(reservations));
    }

    /** What counts inside {@code window} at {@code now}: the sum of every reservation there, settled or not. */
    public Amount within(SpendWindow window, Instant now, Asset quote) {
        Amount sum = Amount.zero(quote);
        for (Reservation reservation : reservations.values()) {
            if (window.contains(reservation.countedSince(), now)) {
                sum = sum.plus(reservation.value());
            }
        }
        return sum;
    }

    /** Whether something in {@code window} is counted in another currency than {@code quote}, so that there is no sum. */
    public boolean isMixed(SpendWindow window, Instant now, Asset quote) {
        return reservations.values().stream()
                .filter(each -> !each.value().asset().equals(quote))
                .anyMatch(each -> window.contains(each.countedSince(), now));
    }

    /** Whether what became of {@code id} is still to be told. */
    public boolean isOpen(RequestId id) {
        return reservations.get(id) instanceof Reservation.Open;
    }

    Exposure opened(RequestId id, Reservation.Open reservation) {
        Map<RequestId, Reservation> next = new LinkedHashMap<>(reservations);
        if (next.putIfAbsent(id, reservation) != null) {
            throw new IllegalStateException("corrupt journal: request %s was reserved before".formatted(id));
        }
        return new Exposure(next);
    }

    Exposure settled(RequestId id) {
        Map<RequestId, Reservation> next = new LinkedHashMap<>(reservations);
        next.put(id, open(id).settle());
        return new Exposure(next);
    }

    Exposure released(RequestId id) {
        open(id);
        Map<RequestId, Reservation> next = new LinkedHashMap<>(reservations);
        next.remove(id);
        return new Exposure(next);
    }

    Exposure without(Instant before) {
        if (reservations.values().stream().noneMatch(each -> each.countedSince().isBefore(before))) {
            return this;
        }
        Map<RequestId, Reservation> next = new LinkedHashMap<>(reservations);
        next.values().removeIf(each -> each.countedSince().isBefore(before));
        return new Exposure(next);
    }

    private Reservation.Open open(RequestId id) {
        if (reservations.get(id) instanceof Reservation.Open open) {
            return open;
        }
        throw new IllegalStateException("corrupt journal: request %s has no open reservation".formatted(id));
    }
}
