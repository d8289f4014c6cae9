package io.countersign.engine.failure;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/** The first thing that went wrong, and at which record: what follows from it is noise. */
public final class StopReason {

    /** Where the streams settings carry it to the handlers. */
    public static final String SETTING = "countersign.stop.reason";

    private final AtomicReference<String> first = new AtomicReference<>("");

    static StopReason in(Map<String, ?> configs) {
        if (configs.get(SETTING) instanceof StopReason reason) {
            return reason;
        }
        throw new IllegalStateException(SETTING + " is missing");
    }

    void tell(String reason) {
        first.compareAndSet("", reason);
    }

    /** One line for the operator: what a handler told, or else what is at the root of {@code thrown}. */
    public String of(Throwable thrown) {
        String told = Objects.requireNonNull(first.get());
        return told.isEmpty() ? rootOf(thrown) : told;
    }

    static String rootOf(Throwable thrown) {
        Throwable root = thrown;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        String message = root.getMessage() == null ? "no message" : root.getMessage();
        return "%s (%s)"
                .formatted(message.replaceAll("\\s+", " "), root.getClass().getSimpleName());
    }
}
