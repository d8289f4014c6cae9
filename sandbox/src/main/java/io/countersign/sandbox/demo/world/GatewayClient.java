package io.countersign.sandbox.demo.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.countersign.sandbox.http.JsonHttp;
import io.countersign.sandbox.http.JsonHttp.JsonAnswer;
import io.countersign.sandbox.settings.SandboxException;
import io.countersign.sandbox.standin.http.Json;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The gateway's native API, as an account's owner uses it. */
public final class GatewayClient {
    private static final int APPLIED = 200;
    private static final int ACCEPTED = 202;
    private static final int TRIES = 3;

    private final JsonHttp http;
    private final Map<String, String> authorization;

    GatewayClient(String address, String token) {
        this.http = new JsonHttp(address);
        this.authorization = Map.of("Authorization", "Bearer " + token);
    }

    /** Connects an API key without a public key; fails when the engine refuses it. */
    public void bind(String apiKey) throws InterruptedException {
        bind(apiKey, null);
    }

    /** Connects an API key; fails when the engine refuses it. */
    public void bind(String apiKey, @Nullable String publicKey) throws InterruptedException {
        ObjectNode body = Json.object().put("apiKey", apiKey);
        post("/v1/connections", publicKey == null ? body : body.put("publicKey", publicKey));
    }

    /** Puts a destination on the address book. */
    public void book(String network, String address) throws InterruptedException {
        post("/v1/addresses", Json.object().put("network", network).put("address", address));
    }

    /** Returns when the engine has taken it. */
    public void freeze(String reason) throws InterruptedException {
        post("/v1/freeze", Json.object().put("reason", reason));
    }

    /** What is known of a request by its place, such as {@code /v1/requests/...}. */
    public JsonNode request(String place) throws InterruptedException {
        return http.get(place, authorization).body();
    }

    /** The same change again is harmless, so it is asked for until the engine is seen to have taken it. */
    private void post(String path, ObjectNode body) throws InterruptedException {
        JsonAnswer answer = http.send("POST", path, authorization, body);
        for (int again = 0; again < TRIES && answer.status() == ACCEPTED; again++) {
            answer = http.send("POST", path, authorization, body);
        }
        if (answer.status() != APPLIED) {
            throw new SandboxException("the gateway answers POST %s with %d: %s"
                    .formatted(path, answer.status(), answer.body().toString()));
        }
    }
}
