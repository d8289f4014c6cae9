package io.countersign.relay.config;

/** The relay cannot start. The message is one line for the operator. */
public final class RelayStartException extends RuntimeException {

    public RelayStartException(String message) {
        super(message);
    }

    public RelayStartException(String message, Throwable cause) {
        super(message, cause);
    }
}
