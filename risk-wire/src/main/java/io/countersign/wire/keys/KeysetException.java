package io.countersign.wire.keys;

/** A keyset that cannot be used. The message is one line for the operator. */
public final class KeysetException extends RuntimeException {

    public KeysetException(String message, Throwable cause) {
        super(message, cause);
    }
}
