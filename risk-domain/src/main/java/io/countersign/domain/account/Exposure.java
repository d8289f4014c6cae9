package io.countersign.domain.account;

import io.countersign.domain.id.RequestId;
import io.countersign.domain.money.Amount;
import io.countersign.domain.money.Asset;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The headroom that an account's approvals have taken, in the order in which they were given. */
public record Exposure(Map<RequestId, Reservation> reservations) {

    static final Exposure NONE = new Exposure(Map.of());

    public Exposure {
        reservations = Ordered.copy(reservations);
    }

    /** What counts inside {@code window} at {@code now}, settled or not, of the reservations that {@code wanted} takes. */
    public List<Reservation> within(SpendWindow window, Instant now, Predicate<Reservation> wanted) {
        List<Reservation> within = new ArrayList<>();
        for (Reservation each : reservations.values()) {
            if (window.contains(each.countedSince(), now) && wanted.test(each)) {
                within.add(each);
            }
        }
        return within;
    }

    /** The sum of {@code counted}, all of which are in {@code quote}. */
    public static Amount sum(List<Reservation> counted, Asset quote) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Reservation each : counted) {
            sum = sum.add(each.value().in(quote));
        }
        return new Amount(sum, quote);
    }

    /** Whether one of {@code counted} is in another currency than {@code quote}, so that there is no sum. */
    public static boolean isMixed(List<Reservation> counted, Asset quote) {
        for (Reservation each : counted) {
            if (!each.value().asset().equals(quote)) {
                return true;
            }
        }
        return false;
    }

    /** Whether what became of {@code id} is still to be told. */
    public boolean isOpen(RequestId id) {
        return reservations.get(id) instanceof Reservation.Open;
    }

    Exposure opened(RequestId id, Reservation.Open reservation) {
        Corrupt.unless(!reservations.containsKey(id), "request %s was reserved before", id);
        return new Exposure(Ordered.with(reservations, id, reservation));
    }

    Exposure settled(RequestId id) {
        return new Exposure(Ordered.with(reservations, id, open(id).settle()));
    }

    Exposure released(RequestId id) {
        open(id);
        return new Exposure(Ordered.removed(reservations, id));
    }

    Exposure without(Instant before) {
        Map<RequestId, Reservation> kept =
                Ordered.keeping(reservations, each -> !each.countedSince().isBefore(before));
        return kept.size() == reservations.size() ? this : new Exposure(kept);
    }

    Reservation.Open open(RequestId id) {
        if (reservations.get(id) instanceof Reservation.Open open) {
            return open;
        }
        throw new IllegalStateException("corrupt journal: request %s has no open reservation".formatted(id));
    }
}
