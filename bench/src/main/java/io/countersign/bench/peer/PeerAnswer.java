package io.countersign.bench.peer;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.countersign.wire.message.Octets;
import java.nio.charset.StandardCharsets;

/** A status and JSON, as it goes back to the caller. */
record PeerAnswer(int status, Octets body) {

    private static final int NOT_PERMITTED = -2015;

    /** A refusal in Binance's form; {@code reason} never holds what the caller sent. */
    static PeerAnswer refusal(int status, String reason) {
        String json = JsonNodeFactory.instance
                .objectNode()
                .put("code", NOT_PERMITTED)
                .put("msg", reason)
                .toString();
        return new PeerAnswer(status, Octets.of(json.getBytes(StandardCharsets.UTF_8)));
    }
}
