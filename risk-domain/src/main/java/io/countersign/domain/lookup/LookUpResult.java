package io.countersign.domain.lookup;

import org.jspecify.annotations.Nullable;

/** What one look-up says about one request. */
public enum LookUpResult {
    EXECUTED(Resolution.EXECUTED),
    FAILED(Resolution.FAILED),
    /** The last of several empty answers. */
    NOT_EXECUTED(Resolution.NOT_EXECUTED),
    /** An empty answer that counts, but not the last one needed. */
    EMPTY(null),
    /** Nothing that may be concluded from. */
    INCONCLUSIVE(null);

    private final @Nullable Resolution resolution;

    LookUpResult(@Nullable Resolution resolution) {
        this.resolution = resolution;
    }

    /** Null while the request's outcome stays unknown. */
    public @Nullable Resolution resolution() {
        return resolution;
    }

    /** Whether Binance listed nothing, at a time at which that says something. */
    public boolean isEmptyAnswer() {
        return this == EMPTY || this == NOT_EXECUTED;
    }
}
