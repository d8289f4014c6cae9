package io.countersign.sandbox.standin.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** An answer before it becomes octets. */
public record HttpAnswer(int status, Map<String, String> headers, Octets body) {

    public HttpAnswer {
        headers = Map.copyOf(headers);
    }

    public static HttpAnswer json(int status, JsonNode body) {
        return new HttpAnswer(status, Map.of("Content-Type", "application/json;charset=UTF-8"), Json.write(body));
    }

    public static HttpAnswer html(int status, String body) {
        return new HttpAnswer(status, Map.of("Content-Type", "text/html"), Octets.utf8(body));
    }

    public HttpAnswer with(Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.putAll(more);
        return new HttpAnswer(status, all, body);
    }
}
