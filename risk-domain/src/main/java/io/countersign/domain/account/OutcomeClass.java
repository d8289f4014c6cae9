package io.countersign.domain.account;

/** What became of an approved request. */
public enum OutcomeClass {
    /** Binance carried it out. */
    DONE,
    /** Binance definitely did not carry it out. */
    REFUSED,
    /** It never left and never will. */
    EXPIRED,
    /** It may have been carried out. */
    UNKNOWN
}
