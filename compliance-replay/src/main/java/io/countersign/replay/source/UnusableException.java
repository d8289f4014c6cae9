package io.countersign.replay.source;

/** What was to be verified cannot be read; whether it is right is not known. The message is one line for the auditor. */
public final class UnusableException extends RuntimeException {

    public UnusableException(String message) {
        super(message);
    }

    public UnusableException(String message, Throwable cause) {
        super(message, cause);
    }

    /** One line, whatever was thrown. */
    public static String reason(Throwable thrown) {
        String message = thrown.getMessage() == null ? thrown.getClass().getSimpleName() : thrown.getMessage();
        return message.lines().findFirst().orElse(message);
    }
}
