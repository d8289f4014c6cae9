package io.countersign.engine.query;

import io.countersign.domain.account.Account;
import io.countersign.domain.id.ConnectionId;
import io.countersign.domain.id.IntentDigest;
import io.countersign.domain.id.RequestId;
import io.countersign.domain.id.WireDigest;
import io.countersign.domain.money.Amount;
import io.countersign.domain.money.Asset;
import io.countersign.domain.money.Price;
import io.countersign.domain.request.Destination;
import io.countersign.domain.request.Endpoint;
import io.countersign.domain.request.RequestFacts;
import io.countersign.domain.request.Transfer;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request that nobody signed, and the policy that is to judge it.
 *
 * @param yaml the policy's document
 * @param endpoint method and path
 * @param connection fingerprint of the API key; null for the account's first
 * @param transfer null when it moves nothing
 */
public record DryRunBody(
        String yaml,
        String endpoint,
        boolean movesFunds,
        @Nullable String connection,
        @Nullable TransferBody transfer) {

    private static final Duration LIFE = Duration.ofSeconds(60);
    private static final ConnectionId NO_CONNECTION = new ConnectionId("0".repeat(32));

    /** What would move; no price when none is known. Decimals as text. */
    public record TransferBody(
            String asset,
            String amount,
            @Nullable String network,
            @Nullable String address,
            @Nullable String tag,
            @Nullable String orderId,
            @Nullable PriceBody price) {}

    /** A pinned price. */
    public record PriceBody(String quote, String value, Instant at) {}

    /** The facts of such a request of {@code account}, received at {@code at}; its id is nobody's. */
    RequestFacts facts(Account account, Instant at) {
        return new RequestFacts(
                new RequestId(UUID.randomUUID().toString().replace("-", "")),
                account.id(),
                connectionOf(account),
                Endpoint.parse(endpoint),
                movesFunds,
                transfer == null ? null : transferOf(transfer),
                transfer == null ? null : priceOf(transfer),
                new IntentDigest("0".repeat(64)),
                WireDigest.of(new byte[32]),
                at.plus(LIFE),
                at);
    }

    private ConnectionId connectionOf(Account account) {
        return connection == null
                ? account.standing().connections().keySet().stream().findFirst().orElse(NO_CONNECTION)
                : new ConnectionId(connection);
    }

    private static Transfer transferOf(TransferBody body) {
        Destination destination =
                body.address() == null ? null : new Destination(body.network(), body.address(), body.tag());
        return new Transfer(Amount.of(body.amount(), new Asset(body.asset())), destination, body.orderId());
    }

    private static @Nullable Price priceOf(TransferBody body) {
        PriceBody price = body.price();
        return price == null
                ? null
                : new Price(
                        new Asset(body.asset()),
                        new Asset(price.quote()),
                        new BigDecimal(price.value()),
                        Objects.requireNonNull(price.at()));
    }
}
