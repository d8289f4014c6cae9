package io.countersign.reading;

import io.countersign.domain.request.Endpoint;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One endpoint of the catalogue: all that is known about it, and so all that is accepted for it. */
public final class CatalogueEndpoint {

    private final Endpoint endpoint;
    private final EndpointEntry entry;
    private final Map<String, ParameterRule> rules;

    CatalogueEndpoint(EndpointEntry entry) {
        this.endpoint = new Endpoint(entry.method(), entry.path());
        this.entry = entry;
        this.rules = entry.parameters().stream().collect(Collectors.toMap(ParameterRule::name, Function.identity()));
    }

    public Endpoint endpoint() {
        return endpoint;
    }

    /** What one request takes off the budget of {@link #scope}. */
    public int weight() {
        return entry.weight();
    }

    public WeightScope scope() {
        return entry.scope();
    }

    public boolean isSigned() {
        return entry.security() == Security.SIGNED;
    }

    public boolean movesFunds() {
        return entry.movesFunds();
    }

    /** Whether it has Binance credit what is held back for the account itself; nothing leaves, so there is nothing to count. */
    public boolean releasesFunds() {
        return Boolean.TRUE.equals(entry.releasesFunds());
    }

    /** Whether a second meaning would cost money. */
    boolean touchesFunds() {
        return movesFunds() || releasesFunds();
    }

    /** How it is asked about one withdrawal; empty when it cannot be. */
    public Optional<LookUpDescription> lookUp() {
        return Optional.ofNullable(entry.lookUp());
    }

    @Nullable
    TransferNames transferNames() {
        return entry.transfer();
    }

    @Nullable
    ParameterRule rule(String name) {
        return rules.get(name);
    }

    List<ParameterRule> rules() {
        return entry.parameters();
    }

    /** Whose budget an endpoint's weight is taken from. */
    public enum WeightScope {
        /** The egress address, for this endpoint alone. */
        IP,
        /** The Binance user, for this endpoint alone. */
        UID,
        /** The egress address, shared by everything under /api. */
        API
    }

    enum Security {
        SIGNED,
        PUBLIC
    }

    /** Which parameters carry the move of funds. */
    record TransferNames(
            String asset,
            String amount,
            @Nullable String address,
            @Nullable String network,
            @Nullable String tag,
            @Nullable String orderId) {}

    /** The endpoint as the catalogue's file has it. */
    record EndpointEntry(
            String method,
            String path,
            Security security,
            int weight,
            WeightScope scope,
            boolean movesFunds,
            @Nullable Boolean releasesFunds,
            @Nullable TransferNames transfer,
            @Nullable LookUpDescription lookUp,
            List<ParameterRule> parameters) {}

    @Override
    public String toString() {
        return endpoint.toString();
    }
}
