package io.countersign.domain.lookup;

import io.countersign.domain.money.Amount;
import io.countersign.domain.request.Destination;
import io.countersign.domain.request.Transfer;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;

/**
 * One withdrawal as Binance lists it.
 *
 * @param id Binance's own
 * @param status Binance's number: 0 e-mail sent, 1 cancelled, 2 awaiting approval, 3 rejected, 4 processing, 5 failure, 6 completed
 * @param fee in the asset of {@code amount}, 0 or more
 * @param appliedAt when Binance took it, on Binance's clock, to the second
 */
public record FoundWithdrawal(
        String id, int status, Amount amount, BigDecimal fee, Destination destination, Instant appliedAt) {

    private static final Set<Integer> UNDER_WAY_OR_DONE = Set.of(0, 2, 4, 6);
    private static final Set<Integer> FAILED = Set.of(1, 3, 5);

    /** Whether the funds moved or may still move. A number that no document names says neither. */
    public boolean isUnderWayOrDone() {
        return UNDER_WAY_OR_DONE.contains(status);
    }

    /** Whether the funds did not move and never will. */
    public boolean hasFailed() {
        return FAILED.contains(status);
    }

    /** Whether it can be what {@code asked} asked for. Binance does not say whether the amount it lists is with the fee or without. */
    public boolean isLike(Transfer asked) {
        Destination wanted = asked.destination();
        return wanted != null
                && wanted.address().equals(destination.address())
                && Objects.equals(wanted.tag(), destination.tag())
                && (wanted.network() == null || wanted.network().equals(destination.network()))
                && amount.asset().equals(asked.amount().asset())
                && isAmount(asked.amount().value());
    }

    private boolean isAmount(BigDecimal asked) {
        return amount.value().compareTo(asked) == 0 || amount.value().add(fee).compareTo(asked) == 0;
    }
}
