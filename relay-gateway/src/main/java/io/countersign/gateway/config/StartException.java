package io.countersign.gateway.config;

/** The process cannot start; the message is one line for the operator. */
public final class StartException extends RuntimeException {

    public StartException(String message) {
        super(message);
    }
}
