package io.countersign.wire.settings;

/** Settings that cannot be used. The message is one line for the operator and names each property. */
public final class SettingsException extends RuntimeException {

    public SettingsException(String message, Throwable cause) {
        super(message, cause);
    }
}
