package io.countersign.reading;

import io.countersign.reading.Reading.Refused;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads name=value pairs of query and body by the rules of one endpoint, each name once over both. */
final class PairReader {

    private final CatalogueEndpoint endpoint;
    private final Map<String, Parameter> parameters = new LinkedHashMap<>();

    PairReader(CatalogueEndpoint endpoint) {
        this.endpoint = endpoint;
    }

    /** Reads one part whole, so that no pair can be cut where query and body meet; null when it was understood. */
    @Nullable
    Refused readPart(String part, String where) {
        Refused illegal = RequestForm.checkCharacters(part, where);
        if (illegal != null) {
            return illegal;
        }
        int from = 0;
        while (from <= part.length()) {
            int end = part.indexOf('&', from);
            boolean last = end < 0;
            int to = last ? part.length() : end;
            Refused refused = readPair(part.substring(from, to), last, where);
            if (refused != null) {
                return refused;
            }
            from = to + 1;
        }
        return null;
    }

    private @Nullable Refused readPair(String pair, boolean last, String where) {
        int equals = pair.indexOf('=');
        if (equals < 1) {
            return Misreading.MALFORMED_PARAMETERS.because(
                    "%s: send complete name=value pairs with a single & between them".formatted(where));
        }
        String name = pair.substring(0, equals);
        ParameterRule rule = endpoint.rule(name);
        if (rule == null) {
            return Misreading.UNKNOWN_PARAMETER.because("%s: a parameter is not one of this endpoint's; send only %s"
                    .formatted(where, names(endpoint.rules())));
        }
        if (parameters.containsKey(name)) {
            return Misreading.DUPLICATE_PARAMETER.because("%s: send it once, in query or body".formatted(name));
        }
        if (!last && endpoint.touchesFunds() && name.equals(Parameter.SIGNATURE)) {
            return Misreading.MISPLACED_SIGNATURE.because("signature: send it as the last pair of the " + where);
        }
        return readValue(rule, pair.substring(equals + 1));
    }

    private @Nullable Refused readValue(ParameterRule rule, String raw) {
        if (raw.isEmpty()) {
            return Misreading.EMPTY_PARAMETER.because("%s: send a value or leave it out".formatted(rule.name()));
        }
        return switch (PercentDecoder.decode(rule, raw)) {
            case PercentDecoder.Result.Broken broken -> broken.refused();
            case PercentDecoder.Result.Decoded decoded -> accept(rule, decoded.value());
        };
    }

    private @Nullable Refused accept(ParameterRule rule, String value) {
        Refused refused = rule.check(value);
        if (refused == null) {
            parameters.put(rule.name(), new Parameter(rule.name(), value));
        }
        return refused;
    }

    /** Null when nothing is missing and nothing excludes another. */
    @Nullable
    Refused checkComplete() {
        for (ParameterRule rule : endpoint.rules()) {
            if (rule.mandatory() && !parameters.containsKey(rule.name())) {
                return Misreading.MISSING_PARAMETER.because(
                        "%s: send it, this endpoint needs it".formatted(rule.name()));
            }
        }
        if (parameters.containsKey("symbol") && parameters.containsKey("symbols")) {
            return Misreading.PARAMETER_COMBINATION.because("symbol, symbols: send one of the two");
        }
        return null;
    }

    Collection<Parameter> parameters() {
        return Collections.unmodifiableCollection(parameters.values());
    }

    Optional<String> value(@Nullable String name) {
        return Optional.ofNullable(name).map(parameters::get).map(Parameter::value);
    }

    private static String names(Collection<ParameterRule> rules) {
        return rules.isEmpty()
                ? "no parameters"
                : String.join(", ", rules.stream().map(ParameterRule::name).toList());
    }
}
