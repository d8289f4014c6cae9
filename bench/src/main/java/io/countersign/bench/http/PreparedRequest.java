package io.countersign.bench.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import java.util.Map;

/** A request that only has to be sent. */
public record PreparedRequest(HttpMethod method, String target, Map<String, String> headers, Buffer body) {

    public PreparedRequest {
        headers = Map.copyOf(headers);
    }

    /** Tells the path only: the headers hold keys and tokens, the query personal data. */
    @Override
    public String toString() {
        int query = target.indexOf('?');
        return method + " " + (query < 0 ? target : target.substring(0, query));
    }
}
