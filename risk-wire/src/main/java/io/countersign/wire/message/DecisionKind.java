package io.countersign.wire.message;

/** What a decision answers. */
public enum DecisionKind {
    /** A new request. Only this kind is ever sent. */
    REQUEST,
    /** A request decided before, for whoever waits. */
    REPEAT,
    /** A control that the engine has taken. */
    CONTROL
}
