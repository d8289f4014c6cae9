package io.countersign.sandbox.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.countersign.sandbox.settings.SandboxException;
import io.countersign.sandbox.standin.http.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;

/** JSON over HTTP to one address. */
public final class JsonHttp {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** One for all addresses: each has a thread of its own. */
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final String address;

    /** A status and a body, which is missing if it is not JSON. */
    public record JsonAnswer(int status, JsonNode body) {
        public boolean isGood() {
            return status >= 200 && status < 300;
        }
    }

    /** A status and a body as it came. */
    public record TextAnswer(int status, String body) {
        /** The same with the body read. */
        public JsonAnswer json() {
            return new JsonAnswer(status, Json.read(body).orElse(MissingNode.getInstance()));
        }
    }

    public JsonHttp(String address) {
        this.address = address;
    }

    public JsonAnswer get(String path, Map<String, String> headers) throws InterruptedException {
        return send(request(path, headers).GET());
    }

    /** A body that is no JSON, such as a policy's; the answer's own words when it is a refusal. */
    public TextAnswer text(String path, Map<String, String> headers) throws InterruptedException {
        HttpResponse<String> answer = exchange(request(path, headers).GET());
        return new TextAnswer(answer.statusCode(), answer.body());
    }

    public JsonAnswer send(String method, String path, Map<String, String> headers, JsonNode body)
            throws InterruptedException {
        return send(request(path, headers)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body.toString())));
    }

    private HttpRequest.Builder request(String path, Map<String, String> headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address + path)).timeout(PATIENCE);
        headers.forEach(request::header);
        return request;
    }

    private JsonAnswer send(HttpRequest.Builder request) throws InterruptedException {
        HttpResponse<String> answer = exchange(request);
        return new TextAnswer(answer.statusCode(), answer.body()).json();
    }

    private HttpResponse<String> exchange(HttpRequest.Builder request) throws InterruptedException {
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new SandboxException(address + " does not answer: " + e.getMessage(), e);
        }
    }
}
