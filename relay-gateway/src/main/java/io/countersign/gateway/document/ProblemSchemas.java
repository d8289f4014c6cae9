package io.countersign.gateway.document;

import io.countersign.gateway.answer.Problem;
import io.countersign.gateway.answer.ProblemType;
import io.countersign.reading.Misreading;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** The schema of a problem, with every type that there is. */
final class ProblemSchemas {

    private static final String PREFIX = "urn:countersign:problem:";
    private static final String NAME = "Problem";

    private ProblemSchemas() {}

    static void addTo(OpenAPI document) {
        if (document.getComponents() == null) {
            document.setComponents(OASFactory.createComponents());
        }
        document.getComponents().addSchema(NAME, problem()).addSchema("Finding", finding());
    }

    /** A problem as an answer, with the types that it may be of as its description. */
    static APIResponse answer(List<ProblemType> types, List<Misreading> misreadings) {
        List<String> slugs = Stream.concat(
                        types.stream().map(ProblemType::slug),
                        misreadings.stream().map(Misreading::slug))
                .toList();
        Schema reference = OASFactory.createSchema().ref("#/components/schemas/" + NAME);
        Content content = OASFactory.createContent()
                .addMediaType(Problem.MEDIA_TYPE, OASFactory.createMediaType().schema(reference));
        return OASFactory.createAPIResponse()
                .description("Problem: `" + String.join("`, `", slugs) + "`")
                .content(content);
    }

    private static Schema problem() {
        List<Object> types = Stream.concat(
                        Arrays.stream(ProblemType.values()).map(ProblemType::slug),
                        Arrays.stream(Misreading.values()).map(Misreading::slug))
                .<Object>map(PREFIX::concat)
                .toList();
        return object("RFC 9457 problem details that also carry Binance's `code` and `msg`.")
                .addProperty("type", text("Stable.").enumeration(types))
                .addProperty("title", text(""))
                .addProperty("status", number("The HTTP status."))
                .addProperty("detail", text("For people; names the field and the remedy."))
                .addProperty("instance", text("Where the request can be looked at."))
                .addProperty("requestId", text(""))
                .addProperty("confirmationId", text("What a person must confirm first."))
                .addProperty("confirmBefore", text("Until when a yes counts: ISO 8601, in UTC."))
                .addProperty("code", number("As Binance numbers errors."))
                .addProperty("msg", text("The same as `detail`."))
                .addProperty(
                        "findings",
                        OASFactory.createSchema()
                                .addType(SchemaType.ARRAY)
                                .items(OASFactory.createSchema().ref("#/components/schemas/Finding")))
                .required(List.of("type", "title", "status", "detail", "code", "msg"));
    }

    private static Schema finding() {
        return object("What one rule saw.")
                .addProperty("rule", text(""))
                .addProperty("verdict", text("").enumeration(List.of("PASS", "STEP_UP", "REJECT")))
                .addProperty("observed", text(""))
                .addProperty("bound", text(""))
                .addProperty("sentence", text("For people."))
                .addProperty("score", number("Points of suspicion."));
    }

    private static Schema object(String description) {
        return OASFactory.createSchema().addType(SchemaType.OBJECT).description(description);
    }

    private static Schema text(String description) {
        Schema schema = OASFactory.createSchema().addType(SchemaType.STRING);
        return description.isEmpty() ? schema : schema.description(description);
    }

    private static Schema number(String description) {
        return OASFactory.createSchema().addType(SchemaType.INTEGER).description(description);
    }
}
