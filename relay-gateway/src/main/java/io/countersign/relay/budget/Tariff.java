package io.countersign.relay.budget;

import io.countersign.domain.id.AccountId;
import io.countersign.domain.request.Endpoint;
import io.countersign.domain.request.RequestFacts;
import io.countersign.reading.CatalogueEndpoint;
import io.countersign.reading.CatalogueEndpoint.WeightScope;
import io.countersign.reading.EndpointCatalogue;
import org.jspecify.annotations.Nullable;

/** What each endpoint costs, from the catalogue. */
public final class Tariff {

    /** For a look-up of our own that the catalogue does not have; no public GET that we make costs more. */
    private static final int UNLISTED = 20;

    private final EndpointCatalogue catalogue;

    public Tariff(EndpointCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** What a user's request costs. */
    Charge of(RequestFacts facts) {
        Endpoint endpoint = facts.endpoint();
        CatalogueEndpoint listed = catalogue
                .find(endpoint.method(), endpoint.path())
                .orElseThrow(() -> new IllegalStateException("not in the catalogue: " + endpoint));
        return charge(listed.scope(), endpoint.path(), listed.weight(), facts.account(), facts.movesFunds());
    }

    /** What a look-up of our own costs. */
    Charge ofLookup(String path) {
        return catalogue
                .find("GET", path)
                .map(listed -> charge(listed.scope(), path, listed.weight(), null, true))
                .orElseGet(() -> charge(
                        path.startsWith("/api/") ? WeightScope.API : WeightScope.IP, path, UNLISTED, null, true));
    }

    private static Charge charge(
            WeightScope scope, String path, int weight, @Nullable AccountId account, boolean first) {
        return new Charge(
                new Charge.Scope(
                        scope, scope == WeightScope.API ? "" : path, scope == WeightScope.UID ? account : null),
                weight,
                account,
                first);
    }
}
