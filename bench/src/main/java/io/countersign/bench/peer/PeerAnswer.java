package io.countersign.bench.peer;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A status and JSON, as it goes back to the caller. */
record PeerAnswer(int status, byte[] body) {

    private static final int NOT_PERMITTED = -2015;

    PeerAnswer {
        body = body.clone();
    }

    /** A refusal in Binance's form; {@code reason} never holds what the caller sent. */
    static PeerAnswer refusal(int status, String reason) {
        String json = JsonNodeFactory.instance
                .objectNode()
                .put("code", NOT_PERMITTED)
                .put("msg", reason)
                .toString();
        return new PeerAnswer(status, json.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public byte[] body() {
        return body.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PeerAnswer answer && status == answer.status && Arrays.equals(body, answer.body);
    }

    @Override
    public int hashCode() {
        return 31 * status + Arrays.hashCode(body);
    }

    @Override
    public String toString() {
        return "status %d with %d octets".formatted(status, body.length);
    }
}
