package io.countersign.sandbox.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.countersign.sandbox.Sandbox;
import io.countersign.sandbox.keys.KeyFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Duration;

/** Asks an engine for an account, as the gateway would. */
record EngineQuery(HttpClient http, String token) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** A status and the JSON with it. */
    record Answered(int status, JsonNode body) {
        boolean isOk() {
            return status == 200;
        }

        String servedBy() {
            return "http://" + body.path("servedBy").asText();
        }

        String role() {
            return body.path("role").asText();
        }

        /** Changelog records; -1 when it does not say. */
        long behind() {
            return body.path("behind").asLong(-1);
        }
    }

    static EngineQuery of(Sandbox sandbox) {
        try {
            String token = Files.readString(
                            KeyFile.ENGINE_QUERY_TOKEN.in(sandbox.files().keys()))
                    .strip();
            return new EngineQuery(HttpClient.newHttpClient(), token);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Answered ask(String engine, String account) throws InterruptedException {
        return send(request(engine, account).header("Authorization", "Bearer " + token));
    }

    /** As another engine asks: only for what is there. */
    Answered askForCopy(String engine, String account) throws InterruptedException {
        return send(request(engine, account)
                .header("Authorization", "Bearer " + token)
                .header("Countersign-Forwarded", "true"));
    }

    Answered askWithToken(String engine, String account, String other) throws InterruptedException {
        return send(request(engine, account).header("Authorization", "Bearer " + other));
    }

    private static HttpRequest.Builder request(String engine, String account) {
        return HttpRequest.newBuilder(URI.create(engine + "/internal/accounts/" + account))
                .timeout(PATIENCE);
    }

    private Answered send(HttpRequest.Builder builder) throws InterruptedException {
        HttpRequest request = builder.build();
        try {
            HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            return new Answered(answer.statusCode(), JSON.readTree(answer.body()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
