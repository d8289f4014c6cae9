package io.countersign.wire.codec;

/** These octets can never be read. The message says why, without telling them. */
public final class UnreadableException extends RuntimeException {

    public UnreadableException(String reason) {
        super(reason);
    }

    public UnreadableException(String reason, Throwable cause) {
        super(reason, cause);
    }
}
