package io.countersign.engine;

/** The engine cannot start. The message is one line for the operator, with the remedy. */
public final class StartupException extends RuntimeException {

    public StartupException(String message) {
        super(message);
    }

    public StartupException(String message, Throwable cause) {
        super(message, cause);
    }
}
