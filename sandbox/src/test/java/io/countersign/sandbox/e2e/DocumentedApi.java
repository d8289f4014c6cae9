package io.countersign.sandbox.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import io.countersign.sandbox.Sandbox;
import io.countersign.sandbox.http.JsonHttp;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The native API as its own OpenAPI document lists it. */
record DocumentedApi(String address, List<Operation> operations) {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** A method of a path, and the type of body that it takes. */
    record Operation(String method, String path, @Nullable String bodyType) {
        boolean isForOfficers() {
            return path.startsWith("/v1/admin/");
        }
    }

    static DocumentedApi of(Sandbox sandbox) throws InterruptedException {
        String address = sandbox.addresses().gateway();
        JsonNode paths = new JsonHttp(address)
                .get("/q/openapi?format=json", Map.of())
                .body()
                .path("paths");
        List<Operation> operations = new ArrayList<>();
        paths.properties().stream()
                .filter(path -> path.getKey().startsWith("/v1/"))
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(method ->
                                operations.add(operation(path.getKey(), method.getKey(), method.getValue()))));
        return new DocumentedApi(address, List.copyOf(operations));
    }

    /** The status that a caller with {@code token}, or without one, gets. */
    int status(Operation operation, @Nullable String token) throws InterruptedException, IOException {
        String path = operation.path().replaceAll("\\{[a-zA-Z]+}", "1");
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (operation.bodyType() != null) {
            request.header("Content-Type", operation.bodyType());
        }
        request.method(
                operation.method(),
                operation.bodyType() == null ? BodyPublishers.noBody() : BodyPublishers.ofString("{}"));
        return HTTP.send(request.build(), BodyHandlers.discarding()).statusCode();
    }

    private static Operation operation(String path, String method, JsonNode described) {
        JsonNode types = described.path("requestBody").path("content");
        String type = types.isEmpty() ? null : types.fieldNames().next();
        return new Operation(method.toUpperCase(Locale.ROOT), path, type);
    }
}
