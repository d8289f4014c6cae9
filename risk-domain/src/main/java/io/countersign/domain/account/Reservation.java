package io.countersign.domain.account;

import io.countersign.domain.money.Amount;
import java.time.Instant;

/** Headroom taken by an approved request. A state offers only its legal transitions; a released one is gone. */
public sealed interface Reservation {

    /** In the quote currency. */
    Amount value();

    /** The instant of approval: from here on it counts against every limit. */
    Instant countedSince();

    /** What became of the request is not known yet, or not for certain. */
    record Open(Amount value, Instant countedSince) implements Reservation {

        public Settled settle() {
            return new Settled(value, countedSince);
        }
    }

    /** The funds moved. */
    record Settled(Amount value, Instant countedSince) implements Reservation {}
}
