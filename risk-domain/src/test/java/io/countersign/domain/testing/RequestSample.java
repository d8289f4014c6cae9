package io.countersign.domain.testing;

import io.countersign.domain.id.ConnectionId;
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
import org.jspecify.annotations.Nullable;

/** A request of Alice's, in which a test changes the one thing that it is about. */
public record RequestSample(
        RequestId id,
        ConnectionId connection,
        Endpoint endpoint,
        boolean movesFunds,
        @Nullable Transfer transfer,
        @Nullable Price price,
        Instant deadline,
        Instant readAt) {

    /** Prices are of this instant, unless a test says otherwise. */
    private static final Instant READ = Samples.NOON;

    /** Longer than any signature lives, so that a test of days need not sign again. */
    private static final Instant FAR = READ.plus(Duration.ofDays(1000));

    static RequestSample withdrawal(long n, String amount) {
        Transfer transfer = new Transfer(Amount.of(amount, Samples.USDT), Samples.HOME, "order-" + n);
        return new RequestSample(
                Samples.requestId(n),
                Samples.PHONE,
                Samples.WITHDRAW,
                true,
                transfer,
                price(Samples.USDT, "1", READ),
                FAR,
                READ);
    }

    /** The n-th request: Alice looks at her balances. */
    public static RequestSample balances(long n) {
        return new RequestSample(Samples.requestId(n), Samples.PHONE, Samples.BALANCES, false, null, null, FAR, READ);
    }

    /** One unit of {@code asset} in USDT. */
    public static Price price(Asset asset, String value, Instant at) {
        return new Price(asset, Samples.USDT, new BigDecimal(value), at);
    }

    public RequestSample by(ConnectionId other) {
        return new RequestSample(id, other, endpoint, movesFunds, transfer, price, deadline, readAt);
    }

    public RequestSample on(Endpoint other) {
        return new RequestSample(id, connection, other, movesFunds, transfer, price, deadline, readAt);
    }

    public RequestSample movingFunds(boolean other) {
        return new RequestSample(id, connection, endpoint, other, transfer, price, deadline, readAt);
    }

    public RequestSample moving(@Nullable Transfer other) {
        return new RequestSample(id, connection, endpoint, movesFunds, other, price, deadline, readAt);
    }

    public RequestSample to(@Nullable Destination other) {
        Amount amount = transfer == null ? Amount.zero(Samples.USDT) : transfer.amount();
        return moving(new Transfer(amount, other, null));
    }

    public RequestSample pricedAt(@Nullable Price other) {
        return new RequestSample(id, connection, endpoint, movesFunds, transfer, other, deadline, readAt);
    }

    public RequestSample until(Instant other) {
        return new RequestSample(id, connection, endpoint, movesFunds, transfer, price, other, readAt);
    }

    public RequestSample readAt(Instant other) {
        return new RequestSample(id, connection, endpoint, movesFunds, transfer, price, deadline, other);
    }

    public RequestFacts facts() {
        return new RequestFacts(
                id,
                Samples.ALICE,
                connection,
                endpoint,
                movesFunds,
                transfer,
                price,
                new WireDigest(id.value() + id.value()),
                deadline,
                readAt);
    }
}
