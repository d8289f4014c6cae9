package io.countersign.domain.id;

/** Names an API key without telling it: its keyed fingerprint, 32 lower-case hex digits. */
public record ConnectionId(String fingerprint) {

    private static final int DIGITS = 32;

    public ConnectionId {
        if (!HexForm.isLowerHex(fingerprint, DIGITS)) {
            throw new IllegalArgumentException("a connection id is 32 lower-case hex digits");
        }
    }

    @Override
    public String toString() {
        return fingerprint;
    }
}
