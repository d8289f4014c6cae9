package io.countersign.domain.account;

import io.countersign.domain.money.Amount;
import io.countersign.domain.money.Asset;
import io.countersign.domain.request.Destination;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Headroom taken by an approved request. A state offers only its legal transitions; a released one is gone. */
public sealed interface Reservation {

    /** In the quote currency. */
    Amount value();

    /** What was transferred; null where an old journal did not tell. */
    @Nullable
    Asset asset();

    /** Where to; null within the user's own wallets. */
    @Nullable
    Destination destination();

    /** The instant of approval: from here on it counts against every limit. */
    Instant countedSince();

    /** What became of the request is not known yet, or not for certain. */
    record Open(
            Amount value, @Nullable Asset asset, @Nullable Destination destination, Instant countedSince)
            implements Reservation {

        public Settled settle() {
            return new Settled(value, asset, destination, countedSince);
        }
    }

    /** The funds moved. */
    record Settled(
            Amount value, @Nullable Asset asset, @Nullable Destination destination, Instant countedSince)
            implements Reservation {}
}
