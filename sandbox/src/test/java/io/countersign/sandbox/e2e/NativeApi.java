package io.countersign.sandbox.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import io.countersign.sandbox.Sandbox;
import io.countersign.sandbox.http.JsonHttp;
import io.countersign.sandbox.http.JsonHttp.JsonAnswer;
import io.countersign.sandbox.standin.http.Json;
import io.countersign.sandbox.token.TokenRequest;
import java.util.Map;

/** The gateway's native API, as the holder of one token uses it. */
public record NativeApi(JsonHttp http, Map<String, String> headers) {

    public static NativeApi with(Sandbox sandbox, TokenRequest token) {
        return new NativeApi(
                new JsonHttp(sandbox.addresses().gateway()), Map.of("Authorization", "Bearer " + sandbox.token(token)));
    }

    public JsonNode get(String path) throws InterruptedException {
        return http.get(path, headers).body();
    }

    public JsonAnswer post(String path, JsonNode body) throws InterruptedException {
        return http.send("POST", path, headers, body);
    }

    public JsonAnswer post(String path) throws InterruptedException {
        return post(path, Json.object());
    }

    public JsonAnswer send(String method, String path, JsonNode body) throws InterruptedException {
        return http.send(method, path, headers, body);
    }

    public JsonAnswer lift(String path) throws InterruptedException {
        return http.send("DELETE", path, headers, Json.object().put("reason", "it is over"));
    }
}
