package io.countersign.domain.lookup;

/** What look-ups showed of a request whose outcome was unknown. */
public enum Resolution {
    /** Binance has it, and its funds moved or are about to. */
    EXECUTED,
    /** Binance has it as cancelled, rejected or failed. */
    FAILED,
    /** Binance does not have it, and can no longer accept it. */
    NOT_EXECUTED
}
