package io.countersign.wire.codec;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.apache.avro.Schema;
import org.apache.avro.SchemaParseException;

/**
 * The two questions that we ask a registry, over the API that every Confluent-compatible one has. It tells "there is no such
 * schema" from "no answer", because the first condemns a record for ever and the second must not.
 */
final class SchemaRegistry implements AutoCloseable {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(5);
    private static final int ATTEMPTS = 2;
    private static final String JSON = "application/vnd.schemaregistry.v1+json";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** The registry's own error codes. A proxy's 404 has none of them. */
    private static final int NO_SUCH_SUBJECT = 40401;

    private static final int NO_SUCH_SCHEMA = 40403;

    private final String url;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_TIMEOUT)
            .build();

    /** Takes the address of the API; Apicurio's own address is understood too, as its neighbour is meant. */
    SchemaRegistry(String url) {
        this.url = url.replaceFirst("/+$", "").replaceFirst("/apis/registry/v[0-9]+$", "/apis/ccompat/v7");
    }

    /** Id of {@code schema} as it was registered for values on {@code topic}. */
    int idOf(String topic, Schema schema) {
        String question = MAPPER.createObjectNode()
                .put("schema", schema.toString())
                .put("schemaType", "AVRO")
                .toString();
        HttpResponse<String> answer = ask(HttpRequest.newBuilder(at("/subjects/" + topic + "-value"))
                .header("Content-Type", JSON)
                .POST(HttpRequest.BodyPublishers.ofString(question))
                .build());
        int error = errorCode(answer);
        if (error == NO_SUCH_SUBJECT || error == NO_SUCH_SCHEMA) {
            throw new SchemasUnavailableException(
                    "this build's schema %s is not registered for values on %s: register it, then start again"
                            .formatted(schema.getFullName(), topic));
        }
        JsonNode id = body(answer).path("id");
        if (!id.isInt()) {
            throw unusable(answer, "no id");
        }
        return id.intValue();
    }

    /** The schema that has the id. */
    Schema byId(int id) {
        HttpResponse<String> answer =
                ask(HttpRequest.newBuilder(at("/schemas/ids/" + id)).GET().build());
        if (errorCode(answer) == NO_SUCH_SCHEMA) {
            throw new UnreadableException("the registry knows no schema with the id " + id);
        }
        JsonNode schema = body(answer).path("schema");
        if (!schema.isTextual()) {
            throw unusable(answer, "no schema");
        }
        try {
            return new Schema.Parser().parse(schema.textValue());
        } catch (SchemaParseException e) {
            throw new UnreadableException("the schema with the id %d is not one of Avro's".formatted(id), e);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
        http.close();
    }

    private URI at(String path) {
        return URI.create(url + path);
    }

    private HttpResponse<String> ask(HttpRequest request) {
        HttpRequest asked = HttpRequest.newBuilder(request, (name, value) -> true)
                .header("Accept", JSON)
                .timeout(ANSWER_TIMEOUT)
                .build();
        for (int attempt = 1; ; attempt++) {
            try {
                return http.send(asked, BodyHandlers.ofString());
            } catch (IOException e) {
                if (attempt == ATTEMPTS) {
                    throw new SchemasUnavailableException(
                            "the registry at %s did not answer: %s".formatted(url, reason(e)), e);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new SchemasUnavailableException("interrupted while asking the registry", e);
            }
        }
    }

    private int errorCode(HttpResponse<String> answer) {
        return answer.statusCode() == 404 ? json(answer).path("error_code").asInt() : 0;
    }

    private JsonNode body(HttpResponse<String> answer) {
        if (answer.statusCode() != 200) {
            throw unusable(answer, "no success");
        }
        return json(answer);
    }

    private static JsonNode json(HttpResponse<String> answer) {
        try {
            return MAPPER.readTree(answer.body());
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    private SchemasUnavailableException unusable(HttpResponse<String> answer, String what) {
        return new SchemasUnavailableException("the registry at %s answered %s with HTTP %d and %s"
                .formatted(url, answer.request().uri().getPath(), answer.statusCode(), what));
    }

    private static String reason(IOException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
