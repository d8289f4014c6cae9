package io.countersign.wire.message;

/** What an alert is about. */
public enum AlertKind {
    /** A policy refuses more accounts than its guard allows. */
    REJECTION_SHARE
}
