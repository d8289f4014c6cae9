package io.countersign.reading;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.countersign.domain.request.Endpoint;
import io.countersign.reading.CatalogueEndpoint.EndpointEntry;
import io.countersign.reading.CatalogueEndpoint.TransferNames;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Every Binance endpoint that may be called. What is not in it is refused. */
public final class EndpointCatalogue {

    private static final String RESOURCE = "/binance/endpoints.json";

    private final Map<Endpoint, CatalogueEndpoint> endpoints;

    private EndpointCatalogue(Map<Endpoint, CatalogueEndpoint> endpoints) {
        this.endpoints = Collections.unmodifiableMap(endpoints);
    }

    /** The catalogue that ships with this build. */
    public static EndpointCatalogue load() {
        try (InputStream file = EndpointCatalogue.class.getResourceAsStream(RESOURCE)) {
            if (file == null) {
                throw new IllegalStateException("endpoint catalogue %s is missing".formatted(RESOURCE));
            }
            return parse(file);
        } catch (IOException e) {
            throw new IllegalStateException("endpoint catalogue %s is unreadable".formatted(RESOURCE), e);
        }
    }

    /** Reads a catalogue; one that leaves a question open is an {@link IllegalStateException}. */
    static EndpointCatalogue parse(InputStream file) {
        JsonMapper json = JsonMapper.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(
                        DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
        CatalogueFile read;
        try {
            read = json.readValue(file, CatalogueFile.class);
        } catch (IOException e) {
            String message = Optional.ofNullable(e.getMessage())
                    .orElse("")
                    .lines()
                    .findFirst()
                    .orElse("");
            throw new IllegalStateException("endpoint catalogue is unreadable: " + message, e);
        }
        return of(read.endpoints());
    }

    private static EndpointCatalogue of(@Nullable List<EndpointEntry> entries) {
        if (entries == null || entries.isEmpty()) {
            throw new IllegalStateException("endpoint catalogue is empty");
        }
        Map<Endpoint, CatalogueEndpoint> endpoints = new LinkedHashMap<>();
        for (EndpointEntry entry : entries) {
            requireComplete(entry);
            CatalogueEndpoint endpoint = new CatalogueEndpoint(entry);
            if (endpoints.put(endpoint.endpoint(), endpoint) != null) {
                throw new IllegalStateException("endpoint catalogue: %s is listed twice".formatted(endpoint));
            }
        }
        entries.forEach(entry -> requireLookUp(entry, endpoints));
        return new EndpointCatalogue(endpoints);
    }

    /** The endpoint with exactly this method and path. */
    public Optional<CatalogueEndpoint> find(String method, String path) {
        return Optional.ofNullable(endpoints.get(new Endpoint(method, path)));
    }

    /** Every endpoint, in the order of the file. */
    public Collection<CatalogueEndpoint> endpoints() {
        return endpoints.values();
    }

    /** The endpoint that is asked about a withdrawal of {@code endpoint}; empty when there is none. */
    public Optional<CatalogueEndpoint> lookUpOf(Endpoint endpoint) {
        return endpoints.values().stream()
                .filter(each -> each.lookUp()
                        .filter(lookUp -> lookUp.listed().equals(endpoint))
                        .isPresent())
                .findFirst();
    }

    /** Whether an endpoint has {@code path}, octet for octet, whatever its method. */
    public boolean knowsPath(String path) {
        return endpoints.keySet().stream().anyMatch(endpoint -> endpoint.path().equals(path));
    }

    private static void requireComplete(EndpointEntry entry) {
        String name = entry.method() + " " + entry.path();
        require(
                entry.method() != null && entry.path() != null && entry.path().startsWith("/"),
                name,
                "method and path");
        require(entry.security() != null && entry.scope() != null, name, "security and scope");
        require(entry.weight() > 0, name, "a weight above zero");
        require(entry.parameters() != null, name, "parameters");
        for (ParameterRule rule : entry.parameters()) {
            require(rule.name() != null && rule.type() != null, name, "a name and a type for each parameter");
            require(rule.type() != ValueType.ENUM || rule.values() != null, name, "values for " + rule.name());
            require(rule.type() != ValueType.INTEGER || (rule.min() != null && rule.max() != null), name, "a range");
        }
        requireSigning(entry, name);
        requireTransfer(entry, name);
    }

    private static void requireSigning(EndpointEntry entry, String name) {
        boolean signed = entry.security() == CatalogueEndpoint.Security.SIGNED;
        require(
                signed == hasMandatory(entry, Parameter.SIGNATURE)
                        && signed == hasMandatory(entry, Parameter.TIMESTAMP),
                name,
                "timestamp and signature exactly when signed");
        boolean releases = Boolean.TRUE.equals(entry.releasesFunds());
        require(signed || !(entry.movesFunds() || releases), name, "a signature where funds move");
        require(!(entry.movesFunds() && releases), name, "funds that are moved or released, not both");
    }

    private static void requireTransfer(EndpointEntry entry, String name) {
        TransferNames names = entry.transfer();
        require(entry.movesFunds() == (names != null), name, "a transfer exactly where funds move");
        if (names != null) {
            require(
                    hasMandatory(entry, names.asset()) && hasMandatory(entry, names.amount()),
                    name,
                    "mandatory asset and amount");
            require(names.address() == null || hasMandatory(entry, names.address()), name, "a mandatory address");
        }
    }

    private static void requireLookUp(EndpointEntry entry, Map<Endpoint, CatalogueEndpoint> endpoints) {
        LookUpDescription lookUp = entry.lookUp();
        if (lookUp == null) {
            return;
        }
        String name = entry.method() + " " + entry.path();
        require(!entry.movesFunds() && lookUp.days() > 0 && lookUp.status() != null, name, "days and a status");
        List<String> parameters =
                entry.parameters().stream().map(ParameterRule::name).toList();
        require(
                parameters.containsAll(List.of(lookUp.orderId(), lookUp.from(), lookUp.until())),
                name,
                "the parameters of its look-up");
        CatalogueEndpoint listed = endpoints.get(lookUp.listed());
        TransferNames transfer = listed == null ? null : listed.transferNames();
        require(transfer != null && transfer.orderId() != null, name, "a look-up of what has an order id");
    }

    private static boolean hasMandatory(EndpointEntry entry, @Nullable String parameter) {
        return entry.parameters().stream()
                .anyMatch(rule -> rule.mandatory() && rule.name().equals(parameter));
    }

    private static void require(boolean holds, String endpoint, String what) {
        if (!holds) {
            throw new IllegalStateException("endpoint catalogue: %s needs %s".formatted(endpoint, what));
        }
    }

    private record CatalogueFile(@Nullable List<EndpointEntry> endpoints) {}
}
