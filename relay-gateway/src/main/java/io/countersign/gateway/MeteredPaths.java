package io.countersign.gateway;

import io.countersign.reading.EndpointCatalogue;
import io.micrometer.core.instrument.config.MeterFilter;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.regex.Pattern;

/**
 * Keeps out of the meters what callers write: a path that is none of ours may hold an API key, and each would be a series of its own,
 * for whoever has not even a token.
 */
@Singleton
public class MeteredPaths {

    static final String OTHER = "OTHER";

    /** Binance's paths are told as they are; of the rest patterns such as {@code /v1/requests/{id}}, and words such as NOT_FOUND. */
    private static final Pattern OWN = Pattern.compile("[A-Za-z_]{1,16}|/(v1|q)(/([a-z-]{1,24}|\\{[a-z]{1,16}}))*");

    private static final EndpointCatalogue CATALOGUE = EndpointCatalogue.load();

    @Produces
    @Singleton
    static MeterFilter filter() {
        return MeterFilter.replaceTagValues("uri", MeteredPaths::told);
    }

    static String told(String uri) {
        return CATALOGUE.knowsPath(uri) || OWN.matcher(uri).matches() ? uri : OTHER;
    }
}
