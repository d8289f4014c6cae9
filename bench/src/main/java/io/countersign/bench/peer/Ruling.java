package io.countersign.bench.peer;

import io.countersign.domain.account.OutcomeClass;
import org.jspecify.annotations.Nullable;

/** What the ledger says to a withdrawal. */
sealed interface Ruling {

    /** Written down as approved: it may be sent now, and never again. */
    record Approved() implements Ruling {}

    /** Written down as refused, or not known here at all. */
    record Refused(String reason) implements Ruling {}

    /**
     * The same request was decided before.
     *
     * @param reason why it was refused; null if it was approved
     * @param outcome null while nobody knows
     * @param answer Binance's; null if there is none
     */
    record Known(
            @Nullable String reason,
            @Nullable OutcomeClass outcome,
            @Nullable PeerAnswer answer) implements Ruling {}
}
