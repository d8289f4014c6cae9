package io.countersign.domain.account;

import io.countersign.domain.id.RequestId;
import io.countersign.domain.money.Amount;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The headroom that an account's approvals have taken, in the order in which they were given. */
public record Exposure(Map<RequestId, Reservation> reservations) {

    static final Exposure NONE = new Exposure(Map.of());

    public Exposure {
        reservations = Ordered.copy(reservations);
    }

    /** What counts inside {@code window} at {@code now}, settled or not, of the reservations that {@code wanted} takes. */
    public List<Reservation> within(SpendWindow window, Instant now, Predicate<Reservation> wanted) {
        return reservations.values().stream()
                .filter(each -> counts(each, window, now, wanted))
                .toList();
    }

    /** How many {@link #within} has. */
    public int count(SpendWindow window, Instant now, Predicate<Reservation> wanted) {
        int count = 0;
        for (Reservation each : reservations.values()) {
            if (counts(each, window, now, wanted)) {
                count++;
            }
        }
        return count;
    }

    /** {@code more} on top of what {@link #within} has; null when some of that is in another currency, so that there is no sum. */
    public @Nullable Amount sum(Amount more, SpendWindow window, Instant now, Predicate<Reservation> wanted) {
        BigDecimal sum = more.value();
        for (Reservation each : reservations.values()) {
            if (counts(each, window, now, wanted)) {
                if (!each.value().asset().equals(more.asset())) {
                    return null;
                }
                sum = sum.add(each.value().value());
            }
        }
        return new Amount(sum, more.asset());
    }

    private static boolean counts(Reservation each, SpendWindow window, Instant now, Predicate<Reservation> wanted) {
        return window.contains(each.countedSince(), now) && wanted.test(each);
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
