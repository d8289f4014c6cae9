package io.countersign.sandbox.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.countersign.sandbox.Sandbox;
import io.countersign.sandbox.standin.http.Json;
import io.countersign.sandbox.token.TokenRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The OpenAPI document against the gateway that serves it. */
@ExtendWith(SharedSandbox.class)
class ApiDocumentIT {
    private static final Set<String> METHODS = Set.of("get", "post", "put", "delete");

    private final Sandbox sandbox;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    ApiDocumentIT(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    /** One operation of the document. */
    record Operation(String method, String path, JsonNode described) {
        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    @Test
    void everyOperationSaysWhatItIs() throws Exception {
        List<Operation> operations = operations();

        assertThat(operations).hasSizeGreaterThan(40);
        assertThat(operations).allSatisfy(each -> {
            assertThat(each.described().path("summary").asText()).isNotEmpty();
            assertThat(each.described().path("tags")).hasSize(1);
            assertThat(each.described().path("responses").fieldNames())
                    .toIterable()
                    .contains("500")
                    .containsAnyOf("200", "201");
        });
        assertThat(operations.stream().map(each -> each.described().path("operationId")))
                .doesNotHaveDuplicates();
    }

    /** With nobody's token, an owner's and an officer's, with no body and with an empty one. */
    @Test
    void nothingIsAnsweredThatIsNotDocumented() throws Exception {
        Map<String, String> tokens = Map.of(
                "nobody", "Bearer x",
                "owner", "Bearer " + sandbox.token(TokenRequest.owner("documented")),
                "officer", "Bearer " + sandbox.token(TokenRequest.officer("documented")));
        JsonNode types = Json.read(text("/q/openapi?format=json"))
                .orElseThrow()
                .at("/components/schemas/Problem/properties/type/enum");
        List<String> undocumented = new ArrayList<>();
        for (Operation operation : operations()) {
            for (Map.Entry<String, String> token : tokens.entrySet()) {
                HttpResponse<InputStream> answer = call(operation, token.getValue());
                String status = String.valueOf(answer.statusCode());
                if (!operation.described().path("responses").has(status)) {
                    undocumented.add("%s as %s: %s".formatted(operation, token.getKey(), status));
                }
                if (answer.statusCode() >= 400 && !types.toString().contains(type(answer))) {
                    undocumented.add("%s as %s: a problem of no known type".formatted(operation, token.getKey()));
                }
                answer.body().close();
            }
        }

        assertThat(undocumented).isEmpty();
    }

    private HttpResponse<InputStream> call(Operation operation, String token) throws Exception {
        String path = operation.path().replaceAll("\\{[^}]*}", "1");
        boolean get = operation.method().equals("get");
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(sandbox.addresses().gateway() + path))
                .header("Authorization", token)
                .header("Content-Type", "application/json")
                .method(
                        operation.method().toUpperCase(Locale.ROOT),
                        get ? BodyPublishers.noBody() : BodyPublishers.ofString("{}"))
                .build();
        return http.send(request, BodyHandlers.ofInputStream());
    }

    private static String type(HttpResponse<InputStream> answer) throws IOException {
        String body = new String(answer.body().readAllBytes(), StandardCharsets.UTF_8);
        return Json.read(body).map(json -> json.path("type").asText("none")).orElse("none");
    }

    private List<Operation> operations() throws Exception {
        JsonNode paths = Json.read(text("/q/openapi?format=json")).orElseThrow().path("paths");
        List<Operation> operations = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : paths.properties()) {
            for (Map.Entry<String, JsonNode> each : path.getValue().properties()) {
                if (METHODS.contains(each.getKey())) {
                    operations.add(new Operation(each.getKey(), path.getKey(), each.getValue()));
                }
            }
        }
        return operations;
    }

    private String text(String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(sandbox.addresses().gateway() + path))
                .build();
        return http.send(request, BodyHandlers.ofString()).body();
    }
}
