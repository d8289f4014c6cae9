package io.countersign.wire.policy;

/** A policy that cannot be used. The message names the field and, where known, the line. */
public final class PolicyException extends RuntimeException {

    public PolicyException(String message) {
        super(message);
    }

    public PolicyException(String message, Throwable cause) {
        super(message, cause);
    }
}
