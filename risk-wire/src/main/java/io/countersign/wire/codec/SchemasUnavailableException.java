package io.countersign.wire.codec;

/** The registry did not answer. Nothing is wrong with the record. */
public final class SchemasUnavailableException extends RuntimeException {

    public SchemasUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
