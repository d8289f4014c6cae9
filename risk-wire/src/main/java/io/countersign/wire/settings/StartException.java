package io.countersign.wire.settings;

import org.jspecify.annotations.Nullable;

/** A process cannot start. The message is one line for the operator: the setting or the thing, what is wrong, the remedy. */
public final class StartException extends RuntimeException {

    public StartException(String message) {
        super(message);
    }

    public StartException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
