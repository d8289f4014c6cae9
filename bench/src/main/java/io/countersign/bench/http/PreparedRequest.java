package io.countersign.bench.http;

import io.vertx.core.buffer.Buffer;
import java.util.Map;

/** A POST that only has to be sent. */
public record PreparedRequest(String path, Map<String, String> headers, Buffer body) {

    public PreparedRequest {
        headers = Map.copyOf(headers);
    }

    /** Tells the path only: the headers hold keys and tokens. */
    @Override
    public String toString() {
        return "POST " + path;
    }
}
