package io.countersign.domain.id;

import java.util.regex.Pattern;

/** Names an API key without telling it: its keyed fingerprint, 32 lower-case hex digits. */
public record ConnectionId(String fingerprint) {

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{32}");

    public ConnectionId {
        if (!FORM.matcher(fingerprint).matches()) {
            throw new IllegalArgumentException("a connection id is 32 lower-case hex digits");
        }
    }

    @Override
    public String toString() {
        return fingerprint;
    }
}
