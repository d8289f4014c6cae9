package io.countersign.reading;

import java.util.Set;

/** One parameter with its value decoded once. */
public record Parameter(String name, String value) {

    static final String SIGNATURE = "signature";
    static final String TIMESTAMP = "timestamp";
    static final String RECV_WINDOW = "recvWindow";

    /** What every signed request may have beside what it asks for. */
    public static final Set<String> OF_SIGNED = Set.of(TIMESTAMP, RECV_WINDOW, SIGNATURE);

    /** Names the parameter only: a value may be a signature. */
    @Override
    public String toString() {
        return name;
    }
}
