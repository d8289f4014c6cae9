package io.countersign.sandbox.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.countersign.sandbox.settings.SandboxException;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/** The few calls of the registry's core API that an operator makes: rules and schemas. */
public final class RegistryClient {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int TRIES = 3;
    private static final String RULE = "COMPATIBILITY";
    private static final int CONFLICT = 409;
    private static final int FIRST_ERROR = 400;

    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String api;

    /** The address ends with the API's version, as clients of the registry expect it. */
    public RegistryClient(String api) {
        this.api = api;
    }

    /** The rule for every schema that has none of its own. */
    public void requireCompatibility(String level) throws InterruptedException {
        putRule("/admin/rules", level);
    }

    /** The rule for one subject, which must have a schema already. */
    public void requireCompatibility(String subject, String level) throws InterruptedException {
        putRule("/groups/default/artifacts/" + encode(subject) + "/rules", level);
    }

    /** Registers a version unless the subject has this very schema already. */
    public void register(String subject, String avroSchema) throws InterruptedException {
        Map<String, Object> version = Map.of(
                "artifactId",
                subject,
                "artifactType",
                "AVRO",
                "firstVersion",
                Map.of("content", Map.of("content", avroSchema, "contentType", "application/json")));
        HttpResponse<String> answer =
                send("POST", "/groups/default/artifacts?ifExists=FIND_OR_CREATE_VERSION&canonical=true", version);
        if (answer.statusCode() >= FIRST_ERROR) {
            throw new SandboxException("the registry refuses the schema of " + subject
                    + " (after an incompatible change, start once with --fresh): " + answer.body());
        }
    }

    private void putRule(String path, String level) throws InterruptedException {
        Map<String, Object> rule = Map.of("ruleType", RULE, "config", level);
        HttpResponse<String> answer = send("POST", path, rule);
        if (answer.statusCode() == CONFLICT) {
            answer = send("PUT", path + "/" + RULE, rule);
        }
        if (answer.statusCode() >= FIRST_ERROR) {
            throw new SandboxException("the registry refuses the rule " + level + ": " + answer.body());
        }
    }

    private HttpResponse<String> send(String method, String path, Map<String, Object> body)
            throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(api + path))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(write(body)))
                .build();
        return send(request, TRIES);
    }

    /** A request that gets no answer is sent again: each comes to the same twice. */
    private HttpResponse<String> send(HttpRequest request, int tries) throws InterruptedException {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            if (tries > 1) {
                return send(request, tries - 1);
            }
            throw new SandboxException("the registry at " + api + " does not answer: " + e.getMessage(), e);
        }
    }

    private String write(Map<String, Object> body) {
        try {
            return json.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static String encode(String segment) {
        return URLEncoder.encode(segment, StandardCharsets.UTF_8);
    }
}
