package io.countersign.sandbox.settings;

/** The sandbox cannot do what was asked; the message tells its user why and what helps. */
public final class SandboxException extends RuntimeException {
    public SandboxException(String message) {
        super(message);
    }

    public SandboxException(String message, Throwable cause) {
        super(message, cause);
    }
}
