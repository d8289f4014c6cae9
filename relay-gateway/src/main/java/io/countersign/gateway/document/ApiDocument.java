package io.countersign.gateway.document;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import io.quarkus.smallrye.openapi.OpenApiFilter.RunStage;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;

/**
 * Completes the generated document when somebody asks for it: answers, problems, tags and the mirrored endpoints. Earlier stages
 * run within the build as well, whose JDK may be older than this class. Doing it twice changes nothing.
 */
@OpenApiFilter(stages = RunStage.RUNTIME_PER_REQUEST)
public class ApiDocument implements OASFilter {

    @Override
    public void filterOpenAPI(OpenAPI document) {
        ProblemSchemas.addTo(document);
        Map<String, PathItem> paths = document.getPaths().getPathItems();
        paths.forEach(
                (path, item) -> item.getOperations().forEach((method, operation) -> complete(path, method, operation)));
        MirroredPaths.addTo(document.getPaths());
        document.setSecurity(List.of(OASFactory.createSecurityRequirement().addScheme("token")));
        document.setTags(List.of(
                OASFactory.createTag()
                        .name(Audience.OWNER)
                        .description("What owners see and change of their own account."),
                OASFactory.createTag().name(Audience.OFFICER).description("What officers see and change of anybody's."),
                OASFactory.createTag()
                        .name(Audience.BINANCE)
                        .description(
                                "Binance's API, signed by the phone: octets go through unchanged, or are refused.")));
    }

    private static void complete(String path, HttpMethod method, Operation operation) {
        if (!path.startsWith("/v1/")) {
            return;
        }
        operation.setTags(List.of(Audience.of(path)));
        operation.setOperationId(Audience.operationId(path, method));
        Answers.addTo(path, method, operation);
    }
}
