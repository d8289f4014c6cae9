package io.countersign.sandbox.harm;

import java.util.Set;

/** What an answer says of a request, to a client that knows the reference of errors. */
public enum Word {
    /** Binance's own yes. */
    DONE,
    /** Binance's own no. */
    REFUSED,
    /** Our own no: nothing was sent. */
    NOT_SENT,
    /** 202: it is on its way. */
    TAKEN,
    /** It may have been executed, or may yet be. */
    UNSURE,
    /** No answer at all: nothing was promised. */
    SILENCE;

    private static final String PROBLEM = "urn:countersign:problem:";
    private static final Set<String> OPEN_ENDED =
            Set.of("outcome-unknown", "no-answer-in-time", "unusable-answer", "log-unavailable", "internal-error");
    private static final int ACCEPTED = 202;

    /** Of a status, 0 for no answer, and the type of a problem, empty for none. */
    static Word of(int status, String type) {
        if (status == 0) {
            return SILENCE;
        }
        if (status == ACCEPTED) {
            return TAKEN;
        }
        if (type.startsWith(PROBLEM)) {
            return OPEN_ENDED.contains(type.substring(PROBLEM.length())) ? UNSURE : NOT_SENT;
        }
        return switch (status / 100) {
            case 2 -> DONE;
            case 4 -> REFUSED;
            default -> UNSURE;
        };
    }

    /** Whether who hears it may take it that nothing was executed. */
    boolean deniesExecution() {
        return this == REFUSED || this == NOT_SENT;
    }

    /** Whether the question is answered, or taken for good. */
    boolean isService() {
        return this != UNSURE && this != SILENCE;
    }
}
