package io.countersign.wire.message;

import io.countersign.domain.account.AccountEvent;
import java.time.Instant;

/** An event as an entry holds it. */
public sealed interface JournalContent {

    /** The event's own time, which is never sealed. */
    Instant at();

    /** What everybody may read of it, sealed or not. */
    Outline outline();

    /** To be read by everybody: the house's, an erasure, and entries from before there were data keys. */
    record Clear(AccountEvent event) implements JournalContent {

        @Override
        public Instant at() {
            return event.at();
        }

        @Override
        public Outline outline() {
            return Outline.of(event);
        }
    }

    /** To be read by whoever has the account's data key. */
    record Sealed(Outline outline, Octets octets, Instant at) implements JournalContent {}
}
