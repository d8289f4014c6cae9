package io.countersign.sandbox.standin.faults;

import java.util.Locale;

/** The ways to misbehave. "Before" and "after" speak of the moment at which funds would move. */
public enum FaultKind {
    /** Executes at once, answers late. */
    SLOW,
    /** Waits first and executes then, if the window is still open. */
    LATE,
    ERROR_BEFORE,
    ERROR_AFTER,
    RESET_BEFORE,
    RESET_AFTER,
    /** Answers with a given status and does nothing. */
    STATUS,
    /** Never answers and does nothing. */
    HANG,
    /** Executes and never answers. */
    HANG_AFTER,
    /** Executes and answers 200 with something that is not JSON. */
    GARBAGE,
    RATE_LIMIT,
    BAN;

    /** The name in the control API. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
