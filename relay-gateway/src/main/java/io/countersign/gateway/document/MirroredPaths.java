package io.countersign.gateway.document;

import io.countersign.gateway.answer.ProblemType;
import io.countersign.reading.CatalogueEndpoint;
import io.countersign.reading.EndpointCatalogue;
import io.countersign.reading.Misreading;
import io.countersign.reading.ParameterDescription;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.Paths;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.parameters.Parameter.In;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/** The catalogue's endpoints as they are mirrored. */
final class MirroredPaths {

    private MirroredPaths() {}

    static void addTo(Paths paths) {
        for (CatalogueEndpoint endpoint : EndpointCatalogue.load().endpoints()) {
            String path = endpoint.endpoint().path();
            PathItem item = paths.getPathItem(path);
            PathItem known = item == null ? OASFactory.createPathItem() : item;
            known.setOperation(HttpMethod.valueOf(endpoint.endpoint().method()), operation(endpoint));
            paths.addPathItem(path, known);
        }
    }

    private static Operation operation(CatalogueEndpoint endpoint) {
        String path = endpoint.endpoint().path();
        Operation operation = OASFactory.createOperation()
                .summary(summary(endpoint))
                .description(
                        "Parameters are Binance's, in the query or in a form body; each once, in the form that is named."
                                + " The answer is Binance's own, as it came, unless it is a problem.")
                .operationId(Audience.operationId(
                        path, HttpMethod.valueOf(endpoint.endpoint().method())))
                .tags(List.of(Audience.BINANCE))
                .responses(answers(endpoint));
        if (endpoint.isSigned()) {
            operation.addParameter(header("X-MBX-APIKEY", true, "The API key: 64 letters and digits."));
            operation.addParameter(header("Prefer", false, "`respond-async`, `wait=N` seconds, or both."));
        } else {
            operation.security(List.of());
        }
        ParameterDescription.of(endpoint).stream().map(MirroredPaths::query).forEach(operation::addParameter);
        return operation;
    }

    private static String summary(CatalogueEndpoint endpoint) {
        if (endpoint.movesFunds()) {
            return "Moves funds";
        }
        return endpoint.isSigned() ? "Reads" : "Public data, answered here";
    }

    private static Parameter query(ParameterDescription each) {
        Schema schema = OASFactory.createSchema().addType(SchemaType.STRING);
        if (each.values() != null) {
            schema.enumeration(List.copyOf(each.values()));
        }
        return OASFactory.createParameter()
                .name(each.name())
                .in(In.QUERY)
                .required(each.mandatory())
                .description(each.form())
                .schema(schema);
    }

    private static Parameter header(String name, boolean required, String description) {
        return OASFactory.createParameter()
                .name(name)
                .in(In.HEADER)
                .required(required)
                .description(description)
                .schema(OASFactory.createSchema().addType(SchemaType.STRING));
    }

    private static APIResponses answers(CatalogueEndpoint endpoint) {
        APIResponses answers = OASFactory.createAPIResponses()
                .addAPIResponse("200", OASFactory.createAPIResponse().description("Binance's answer."));
        if (endpoint.isSigned()) {
            answers.addAPIResponse(
                    "202",
                    OASFactory.createAPIResponse()
                            .description(
                                    "It is on the log; `Location` says where to ask. Only with `Prefer: respond-async`."));
        }
        byStatus(endpoint)
                .forEach((status, types) -> answers.addAPIResponse(
                        String.valueOf(status), ProblemSchemas.answer(types, misreadings(status))));
        Arrays.stream(Misreading.values())
                .map(Misreading::httpStatus)
                .distinct()
                .filter(status -> answers.getAPIResponse(String.valueOf(status)) == null)
                .forEach(status -> answers.addAPIResponse(
                        String.valueOf(status), ProblemSchemas.answer(List.of(), misreadings(status))));
        return answers;
    }

    private static Map<Integer, List<ProblemType>> byStatus(CatalogueEndpoint endpoint) {
        Stream<ProblemType> types = endpoint.isSigned()
                ? Stream.of(
                        ProblemType.UNAUTHENTICATED,
                        ProblemType.FORBIDDEN,
                        ProblemType.REFUSED_BY_POLICY,
                        ProblemType.CONFIRMATION_REQUIRED,
                        ProblemType.SIGNATURE_LAPSED,
                        ProblemType.TIMESTAMP_AHEAD,
                        ProblemType.EXPIRED_UNSENT,
                        ProblemType.INVALID_SIGNATURE,
                        ProblemType.HELD_BACK,
                        ProblemType.TOO_MANY_REQUESTS,
                        ProblemType.LOG_UNAVAILABLE,
                        ProblemType.OUTCOME_UNKNOWN,
                        ProblemType.NO_ANSWER_IN_TIME,
                        ProblemType.UNUSABLE_ANSWER,
                        ProblemType.INTERNAL_ERROR)
                : Stream.of(
                        ProblemType.UNAUTHENTICATED,
                        ProblemType.UNKNOWN_SYMBOL,
                        ProblemType.TOO_MANY_REQUESTS,
                        ProblemType.NO_REFERENCE_DATA,
                        ProblemType.INTERNAL_ERROR);
        return types.collect(Collectors.groupingBy(ProblemType::httpStatus, TreeMap::new, Collectors.toList()));
    }

    private static List<Misreading> misreadings(int status) {
        return Arrays.stream(Misreading.values())
                .filter(each -> each.httpStatus() == status)
                .toList();
    }
}
