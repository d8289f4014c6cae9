package io.countersign.domain.rule;

import io.countersign.domain.account.Account;
import io.countersign.domain.account.Reservation;
import io.countersign.domain.money.Asset;
import io.countersign.domain.request.Destination;
import io.countersign.domain.request.Transfer;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Which transfers a cap counts together. */
public sealed interface Reach {

    /** Whether {@code transfer} counts at all. */
    boolean covers(Transfer transfer);

    /** Which reservations count together with {@code transfer}, which is covered. */
    Predicate<Reservation> countedWith(Transfer transfer);

    /** Each group that {@code account} has something in, for a person to see. */
    List<Group> groups(Account account);

    /**
     * Reservations that count together.
     *
     * @param name null for all of them
     */
    record Group(@Nullable String name, Predicate<Reservation> members) {}

    /** Every transfer. */
    record All() implements Reach {
        @Override
        public boolean covers(Transfer transfer) {
            return true;
        }

        @Override
        public Predicate<Reservation> countedWith(Transfer transfer) {
            return each -> true;
        }

        @Override
        public List<Group> groups(Account account) {
            return List.of(new Group(null, each -> true));
        }
    }

    /** Transfers of one asset. One whose asset an old journal did not tell counts too. */
    record OfAsset(Asset asset) implements Reach {
        @Override
        public boolean covers(Transfer transfer) {
            return transfer.amount().asset().equals(asset);
        }

        @Override
        public Predicate<Reservation> countedWith(Transfer transfer) {
            return this::counts;
        }

        @Override
        public List<Group> groups(Account account) {
            return List.of(new Group(asset.code(), this::counts));
        }

        private boolean counts(Reservation reservation) {
            return reservation.asset() == null || asset.equals(reservation.asset());
        }
    }

    /** Transfers to the same destination, each destination for itself. One whose details an old journal did not tell counts too. */
    record PerAddress() implements Reach {
        @Override
        public boolean covers(Transfer transfer) {
            return transfer.destination() != null;
        }

        @Override
        public Predicate<Reservation> countedWith(Transfer transfer) {
            return each -> each.asset() == null || Objects.equals(each.destination(), transfer.destination());
        }

        @Override
        public List<Group> groups(Account account) {
            return account.activity().exposure().reservations().values().stream()
                    .map(Reservation::destination)
                    .filter(Objects::nonNull)
                    .distinct()
                    .map(PerAddress::group)
                    .toList();
        }

        private static Group group(Destination destination) {
            return new Group(
                    destination.toString(), each -> each.asset() == null || destination.equals(each.destination()));
        }
    }
}
