package io.countersign.reading;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One parameter of an endpoint, for a person.
 *
 * @param form what to send
 * @param values the only ones; null for any of the form
 */
public record ParameterDescription(
        String name,
        boolean mandatory,
        String form,
        @Nullable List<String> values) {

    /** Every parameter of {@code endpoint}, in the order of the catalogue. */
    public static List<ParameterDescription> of(CatalogueEndpoint endpoint) {
        return endpoint.rules().stream().map(ParameterDescription::of).toList();
    }

    private static ParameterDescription of(ParameterRule rule) {
        String range = rule.min() == null ? "" : " from %s to %s".formatted(rule.min(), rule.max());
        return new ParameterDescription(
                rule.name(), rule.mandatory(), rule.type().form() + range, rule.values());
    }
}
