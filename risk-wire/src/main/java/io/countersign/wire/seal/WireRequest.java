package io.countersign.wire.seal;

import io.countersign.wire.message.Octets;
import org.jspecify.annotations.Nullable;

/**
 * A Binance request as it goes over the wire, octet for octet.
 *
 * @param target path, or path?query, US-ASCII, as the client wrote it
 * @param contentType null when the client sent none
 */
public record WireRequest(
        String method, String target, @Nullable String contentType, String apiKey, Octets body) {

    /** Without the API key and the parameters, which are secrets or personal. */
    @Override
    public String toString() {
        int query = target.indexOf('?');
        return method + " " + (query < 0 ? target : target.substring(0, query));
    }
}
