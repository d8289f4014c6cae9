package io.countersign.gateway.document;

import io.countersign.gateway.answer.ProblemType;
import io.countersign.reading.Misreading;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/** The answers that every operation of a kind has. */
final class Answers {

    private static final String STREAM = "text/event-stream";
    private static final Schema EVENTS = OASFactory.createSchema()
            .addType(SchemaType.STRING)
            .description("Server-sent events; see the reference of the API.");

    private Answers() {}

    static void addTo(String path, HttpMethod method, Operation operation) {
        APIResponses answers = operation.getResponses();
        problem(answers, "401", List.of(ProblemType.UNAUTHENTICATED), List.of());
        problem(answers, "403", forbidden(path), List.of());
        problem(answers, "406", List.of(ProblemType.NOT_ACCEPTABLE), List.of());
        problem(answers, "500", List.of(ProblemType.INTERNAL_ERROR), List.of());
        problem(answers, "503", List.of(ProblemType.ENGINE_UNAVAILABLE, ProblemType.LOG_UNAVAILABLE), List.of());
        if (path.contains("{") || path.startsWith("/v1/admin/") || path.contains("/requests")) {
            problem(answers, "400", List.of(ProblemType.INVALID_BODY), List.of());
        }
        notThere(answers, path);
        if (isStream(path)) {
            problem(answers, "429", List.of(ProblemType.TOO_MANY_REQUESTS), List.of());
            answers.getAPIResponse("200")
                    .getContent()
                    .addMediaType(STREAM, OASFactory.createMediaType().schema(EVENTS));
        }
        if (method != HttpMethod.GET && !path.endsWith("/dry-run")) {
            change(answers, path);
        } else if (method == HttpMethod.GET && !path.endsWith("/events")) {
            answers.addAPIResponse(
                    "304", OASFactory.createAPIResponse().description("As it was: `If-None-Match` has its `ETag`."));
        }
        if (method == HttpMethod.POST && path.startsWith("/v1/admin/policies")) {
            problem(answers, "422", List.of(ProblemType.INVALID_POLICY, ProblemType.IDEMPOTENCY_KEY_REUSED), List.of());
        }
    }

    private static void notThere(APIResponses answers, String path) {
        if (path.startsWith("/v1/requests/{")) {
            answers.addAPIResponse("204", OASFactory.createAPIResponse().description("The stream is over for good."));
            problem(answers, "404", List.of(ProblemType.UNKNOWN_REQUEST), List.of());
        }
        if (path.startsWith("/v1/admin/policies/")) {
            problem(answers, "404", List.of(ProblemType.UNKNOWN_POLICY), List.of());
        }
    }

    private static boolean isStream(String path) {
        return path.endsWith("/events") || path.startsWith("/v1/requests/{");
    }

    private static List<ProblemType> forbidden(String path) {
        return path.startsWith("/v1/confirmations")
                ? List.of(ProblemType.FORBIDDEN, ProblemType.SECOND_FACTOR_REQUIRED)
                : List.of(ProblemType.FORBIDDEN);
    }

    private static void change(APIResponses answers, String path) {
        if (path.equals("/v1/admin/policies")) {
            answers.addAPIResponse(
                    "201", OASFactory.createAPIResponse().description("Numbered: `version`, `Location`."));
            answers.removeAPIResponse("200");
        } else {
            answers.addAPIResponse("200", OASFactory.createAPIResponse().description("The engine has taken it."));
        }
        answers.addAPIResponse(
                "202",
                OASFactory.createAPIResponse().description("It is on the log, and the engine has not spoken yet."));
        problem(answers, "400", List.of(ProblemType.INVALID_BODY), List.of());
        problem(answers, "409", List.of(ProblemType.CONTROL_REFUSED), List.of());
        problem(answers, "415", List.of(), List.of(Misreading.UNSUPPORTED_CONTENT_TYPE));
        problem(answers, "422", List.of(ProblemType.IDEMPOTENCY_KEY_REUSED), List.of());
    }

    private static void problem(
            APIResponses answers, String status, List<ProblemType> types, List<Misreading> misreadings) {
        answers.addAPIResponse(status, ProblemSchemas.answer(types, misreadings));
    }
}
