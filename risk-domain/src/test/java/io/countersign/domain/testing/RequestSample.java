package io.countersign.domain.testing;

import io.countersign.domain.account.Account;
import io.countersign.domain.account.Circumstances;
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
import io.countersign.domain.rule.RuleInput;
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
        @Nullable IntentDigest intent,
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
                Samples.intent(n),
                FAR,
                READ);
    }

    /** The n-th request: Alice looks at her balances. */
    public static RequestSample balances(long n) {
        return new RequestSample(
                Samples.requestId(n), Samples.PHONE, Samples.BALANCES, false, null, null, Samples.intent(n), FAR, READ);
    }

    /** One unit of {@code asset} in USDT. */
    public static Price price(Asset asset, String value, Instant at) {
        return new Price(asset, Samples.USDT, new BigDecimal(value), at);
    }

    /** The same, signed anew. */
    RequestSample numbered(long n) {
        return new RequestSample(
                Samples.requestId(n), connection, endpoint, movesFunds, transfer, price, intent, deadline, readAt);
    }

    public RequestSample by(ConnectionId other) {
        return new RequestSample(id, other, endpoint, movesFunds, transfer, price, intent, deadline, readAt);
    }

    public RequestSample on(Endpoint other) {
        return new RequestSample(id, connection, other, movesFunds, transfer, price, intent, deadline, readAt);
    }

    public RequestSample movingFunds(boolean other) {
        return new RequestSample(id, connection, endpoint, other, transfer, price, intent, deadline, readAt);
    }

    public RequestSample moving(@Nullable Transfer other) {
        return new RequestSample(id, connection, endpoint, movesFunds, other, price, intent, deadline, readAt);
    }

    public RequestSample to(@Nullable Destination other) {
        Amount amount = transfer == null ? Amount.zero(Samples.USDT) : transfer.amount();
        return moving(new Transfer(amount, other, null));
    }

    public RequestSample pricedAt(@Nullable Price other) {
        return new RequestSample(id, connection, endpoint, movesFunds, transfer, other, intent, deadline, readAt);
    }

    public RequestSample asking(@Nullable IntentDigest other) {
        return new RequestSample(id, connection, endpoint, movesFunds, transfer, price, other, deadline, readAt);
    }

    public RequestSample until(Instant other) {
        return new RequestSample(id, connection, endpoint, movesFunds, transfer, price, intent, other, readAt);
    }

    public RequestSample readAt(Instant other) {
        return new RequestSample(id, connection, endpoint, movesFunds, transfer, price, intent, deadline, other);
    }

    /** What a rule sees of it when {@code account} asks and nothing is of note beyond it. */
    public RuleInput input(Account account, Instant now) {
        return new RuleInput(facts(), account, Circumstances.NONE, now);
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
                intent,
                new WireDigest(id.value() + id.value()),
                deadline,
                readAt);
    }
}
