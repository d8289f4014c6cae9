package io.countersign.engine.failure;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/** The first thing that went wrong for good, and at which record: what follows from it is noise. */
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

    /** Takes {@code what} and the root of {@code thrown}, unless that passes: then nothing is wrong with the record. */
    void tell(String what, Throwable thrown) {
        if (Passing.in(thrown).isEmpty()) {
            first.compareAndSet("", what + ": " + rootOf(thrown));
        }
    }

    boolean isTold() {
        return !told().isEmpty();
    }

    /** One line for the operator: what a handler told, or else what is at the root of {@code thrown}. */
    public String of(Throwable thrown) {
        return isTold() ? told() : Passing.in(thrown).map(StopReason::line).orElseGet(() -> rootOf(thrown));
    }

    /** What {@code thrown} itself says. */
    static String line(Throwable thrown) {
        String message = thrown.getMessage() == null ? "no message" : thrown.getMessage();
        return "%s (%s)"
                .formatted(message.replaceAll("\\s+", " "), thrown.getClass().getSimpleName());
    }

    private String told() {
        return Objects.requireNonNull(first.get());
    }

    private static String rootOf(Throwable thrown) {
        return line(Passing.chain(thrown).getLast());
    }
}
