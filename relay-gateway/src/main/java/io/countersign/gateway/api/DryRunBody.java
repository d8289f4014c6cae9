package io.countersign.gateway.api;

import io.countersign.domain.money.Amount;
import io.countersign.domain.money.Asset;
import io.countersign.domain.money.Price;
import io.countersign.domain.request.Endpoint;
import io.countersign.gateway.engine.DryRun;
import io.countersign.gateway.view.ReferenceView;
import io.countersign.reading.EndpointCatalogue;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What an officer wants to see judged: a policy, an account, a request. */
record DryRunBody(
        @Nullable String account,
        @Nullable Long version,
        @Nullable String yaml,
        @Nullable Request request) {

    private static final EndpointCatalogue CATALOGUE = EndpointCatalogue.load();
    private static final Duration PRICE_AGE = Duration.ofMinutes(1);

    /** Method and path, and what would move. */
    record Request(
            @Nullable String endpoint,
            @Nullable String connection,
            @Nullable String asset,
            @Nullable String amount,
            @Nullable String network,
            @Nullable String address,
            @Nullable String tag,
            @Nullable String withdrawOrderId) {}

    DryRun question(String document, ReferenceView reference) {
        Request asked = Bodies.required(request);
        Endpoint endpoint = endpoint(asked.endpoint());
        boolean movesFunds = CATALOGUE
                .find(endpoint.method(), endpoint.path())
                .orElseThrow(() -> Bodies.invalid("request.endpoint: it is not in the catalogue"))
                .movesFunds();
        return new DryRun(document, endpoint.toString(), movesFunds, asked.connection(), transfer(asked, reference));
    }

    private static Endpoint endpoint(@Nullable String text) {
        try {
            return Endpoint.parse(text == null ? "" : text);
        } catch (IllegalArgumentException e) {
            throw Bodies.invalid("request.endpoint: " + e.getMessage());
        }
    }

    private static DryRun.@Nullable Transfer transfer(Request asked, ReferenceView reference) {
        if (asked.asset() == null || asked.amount() == null) {
            return null;
        }
        try {
            Asset asset = new Asset(asked.asset());
            Price price = reference.price(asset, Instant.now(), PRICE_AGE).orElse(null);
            return new DryRun.Transfer(
                    asset.code(),
                    Amount.of(asked.amount(), asset).plain(),
                    asked.network(),
                    asked.address(),
                    asked.tag(),
                    asked.withdrawOrderId(),
                    price == null
                            ? null
                            : new DryRun.Price(
                                    price.quote().code(), price.value().toPlainString(), price.at()));
        } catch (IllegalArgumentException e) {
            throw Bodies.invalid("request.asset, request.amount: send an asset's code and a decimal");
        }
    }
}
