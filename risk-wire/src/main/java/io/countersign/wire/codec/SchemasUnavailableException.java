package io.countersign.wire.codec;

/** The registry did not answer, or lacks this build's schema. Nothing is wrong with the record. */
public final class SchemasUnavailableException extends RuntimeException {

    public SchemasUnavailableException(String message) {
        super(message);
    }

    public SchemasUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
