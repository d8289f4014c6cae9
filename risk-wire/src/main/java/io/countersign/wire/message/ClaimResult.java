package io.countersign.wire.message;

/** What became of a claim. */
public enum ClaimResult {
    /** The connection is the account's: bind it. */
    GRANTED,
    /** Another account has the connection. */
    TAKEN,
    /** The connection is to be unbound. */
    ENDED
}
