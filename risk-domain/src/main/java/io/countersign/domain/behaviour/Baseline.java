package io.countersign.domain.behaviour;

import io.countersign.domain.money.Amount;
import io.countersign.domain.money.Asset;
import io.countersign.domain.request.Destination;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is usual for one account. It learns only from transfers whose funds did move, and out of the account: what stays within the
 * user's own wallets costs nothing to repeat, so that it could teach anything.
 *
 * @param transfers how many it learnt from
 * @param lastAt when the last of them was approved; null before the first
 * @param quote the currency that {@code amounts} are in; null before the first
 * @param amounts natural logarithm of 1 + worth
 * @param gaps natural logarithm of 1 + seconds between one and the next
 * @param hours of the day
 * @param novelty share of the transfers that went where none went before, 0 to 1, weighted as an {@link Estimate}
 * @param silence the last one of at least seven days; null for none
 * @param destinations with the instant of the first transfer there; the least recently used first
 */
public record Baseline(
        long transfers,
        @Nullable Instant lastAt,
        @Nullable Asset quote,
        Estimate amounts,
        Estimate gaps,
        Hours hours,
        double novelty,
        @Nullable Silence silence,
        Map<Destination, Instant> destinations) {

    /** More are not remembered, about 3.5 kB; the least recently used goes. With 32, a business was asked about payees it knows. */
    public static final int MOST_DESTINATIONS = 64;

    public static final Baseline NONE =
            new Baseline(0, null, null, Estimate.NONE, Estimate.NONE, Hours.NONE, 0, null, Map.of());

    public Baseline {
        destinations = Collections.unmodifiableMap(new LinkedHashMap<>(destinations));
    }

    /** The baseline with one more transfer. */
    public Baseline learned(Observation moved) {
        Destination destination = moved.destination();
        if (destination == null) {
            return this;
        }
        Instant at = moved.at();
        boolean newer = lastAt == null || at.isAfter(lastAt);
        double rate = 1.0 / StrictMath.min(transfers + 1, Estimate.MEMORY);
        double isNew = destinations.containsKey(destination) ? 0 : 1;
        return new Baseline(
                transfers + 1,
                newer ? at : lastAt,
                moved.worth().asset(),
                amounts(moved.worth().asset()).learned(size(moved.worth())),
                newer && lastAt != null ? gaps.learned(size(Duration.between(lastAt, at))) : gaps,
                hours.learned(at),
                novelty + rate * (isNew - novelty),
                newer ? silenceBefore(at) : silence,
                with(destination, at));
    }

    /** What is usual of worths in {@code asset}: nothing is known when others were learnt in another currency. */
    public Estimate amounts(Asset asset) {
        return asset.equals(quote) ? amounts : Estimate.NONE;
    }

    /** The unit of {@link #amounts()}. */
    public static double size(Amount worth) {
        return StrictMath.log1p(StrictMath.min(worth.value().doubleValue(), Double.MAX_VALUE));
    }

    /** The unit of {@link #gaps()}; a negative length is none. */
    public static double size(Duration gap) {
        return StrictMath.log1p(StrictMath.max(gap.toMillis(), 0) / 1000.0);
    }

    /** The silence that ends at {@code at}, or else the last one that ended before. */
    public @Nullable Silence silenceBefore(Instant at) {
        if (lastAt == null || Duration.between(lastAt, at).compareTo(Silence.SHORTEST) < 0) {
            return silence;
        }
        return new Silence(lastAt, at);
    }

    private Map<Destination, Instant> with(Destination used, Instant at) {
        Map<Destination, Instant> next = new LinkedHashMap<>(destinations);
        Instant known = next.remove(used);
        if (next.size() == MOST_DESTINATIONS) {
            next.remove(next.keySet().iterator().next());
        }
        next.put(used, known == null || at.isBefore(known) ? at : known);
        return next;
    }
}
