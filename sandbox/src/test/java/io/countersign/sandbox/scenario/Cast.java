package io.countersign.sandbox.scenario;

import io.countersign.domain.control.ControlChange;
import io.countersign.domain.control.EndpointClass;
import io.countersign.domain.control.FreezeScope;
import io.countersign.domain.id.AccountId;
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
import org.jspecify.annotations.Nullable;

/** Who and what the scenarios speak of. */
final class Cast {

    static final AccountId ALICE = new AccountId("alice");
    static final ConnectionId PHONE = new ConnectionId("1".repeat(32));
    static final String WITHDRAW = "POST /sapi/v1/capital/withdraw/apply";
    static final String BALANCES = "POST /sapi/v3/asset/getUserAsset";
    private static final ConnectionId ANOTHER_PHONE = new ConnectionId("2".repeat(32));
    private static final Asset USDT = new Asset("USDT");
    private static final Duration LIFE = Duration.ofSeconds(5);

    private Cast() {}

    static Destination place(String name) {
        return new Destination("BSC", "0x" + name, null);
    }

    static ControlChange.FreezeAccount freeze(Scenario.Frozen frozen, Instant now) {
        Instant until = frozen.lasts() == null ? null : now.plus(Duration.parse(frozen.lasts()));
        return new ControlChange.FreezeAccount(scope(frozen), "a scenario", until);
    }

    static RequestFacts facts(Scenario.Asked asked, int number, Instant now) {
        boolean read = Boolean.TRUE.equals(asked.read());
        Transfer transfer = read || Boolean.TRUE.equals(asked.unread()) ? null : transfer(asked, number);
        Instant readAt = asked.late() == null ? now : now.plus(LIFE).plus(Duration.parse(asked.late()));
        return new RequestFacts(
                new RequestId("%032x".formatted(number)),
                ALICE,
                asked.by() == null ? PHONE : ANOTHER_PHONE,
                Endpoint.parse(asked.endpoint() != null ? asked.endpoint() : read ? BALANCES : WITHDRAW),
                !read,
                transfer,
                transfer == null ? null : price(asked, transfer, readAt),
                transfer == null ? null : intent(transfer),
                new WireDigest("0".repeat(64)),
                now.plus(LIFE),
                readAt);
    }

    private static FreezeScope scope(Scenario.Frozen frozen) {
        if (frozen.asset() != null) {
            return new FreezeScope.OfAsset(new Asset(frozen.asset()));
        }
        String scope = Objects.requireNonNull(frozen.scope(), "a freeze has a scope or an asset");
        return scope.equals("EVERYTHING")
                ? new FreezeScope.Everything()
                : new FreezeScope.OfEndpoints(EndpointClass.valueOf(scope));
    }

    private static Transfer transfer(Scenario.Asked asked, int number) {
        Asset asset = asked.asset() == null ? USDT : new Asset(asked.asset());
        BigDecimal amount = Objects.requireNonNull(asked.amount(), "a withdrawal has an amount");
        return new Transfer(
                new Amount(amount, asset), place(asked.to() == null ? "home" : asked.to()), order(asked, number));
    }

    private static @Nullable String order(Scenario.Asked asked, int number) {
        if (asked.order() == null) {
            return "order-" + number;
        }
        return asked.order().equals("none") ? null : asked.order();
    }

    private static @Nullable Price price(Scenario.Asked asked, Transfer transfer, Instant readAt) {
        if ("none".equals(asked.price())) {
            return null;
        }
        Duration age = asked.price() == null ? Duration.ZERO : Duration.parse(asked.price());
        BigDecimal value = transfer.amount().asset().equals(USDT) ? BigDecimal.ONE : new BigDecimal("50000");
        return new Price(transfer.amount().asset(), USDT, value, readAt.minus(age));
    }

    /** As the gateway's: what is asked for, whenever it is signed. */
    private static IntentDigest intent(Transfer transfer) {
        return new IntentDigest(
                "%064x".formatted(Integer.toUnsignedLong(transfer.toString().hashCode())));
    }
}
