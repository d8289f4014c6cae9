package io.countersign.reading;

/** One parameter with its value decoded once. */
public record Parameter(String name, String value) {

    static final String SIGNATURE = "signature";
    static final String TIMESTAMP = "timestamp";
    static final String RECV_WINDOW = "recvWindow";

    /** Names the parameter only: a value may be a signature. */
    @Override
    public String toString() {
        return name;
    }
}
