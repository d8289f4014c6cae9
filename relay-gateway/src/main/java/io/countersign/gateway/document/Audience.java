package io.countersign.gateway.document;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;

/** Whom a path is for, and how its operations are called. */
final class Audience {

    static final String OWNER = "Owners";
    static final String OFFICER = "Officers";
    static final String BINANCE = "Mirrored Binance API";

    private Audience() {}

    static String of(String path) {
        return path.startsWith("/v1/admin/") ? OFFICER : OWNER;
    }

    /** For example {@code getV1RequestsId}. */
    static String operationId(String path, HttpMethod method) {
        return method.name().toLowerCase(Locale.ROOT)
                + Arrays.stream(path.split("[^A-Za-z0-9]+", -1))
                        .filter(part -> !part.isEmpty())
                        .map(part -> part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1))
                        .collect(Collectors.joining());
    }
}
