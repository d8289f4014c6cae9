package io.countersign.relay.clearance;

import io.countersign.domain.id.ConnectionId;
import io.countersign.domain.id.IntentDigest;
import io.countersign.domain.id.RequestId;
import io.countersign.domain.money.Amount;
import io.countersign.domain.money.Asset;
import io.countersign.domain.request.Destination;
import io.countersign.domain.request.Endpoint;
import io.countersign.domain.request.RequestFacts;
import io.countersign.domain.request.Transfer;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a hostile gateway could tell the engine about one request, each fact wrong once. */
record Told(
        RequestId id,
        ConnectionId connection,
        Endpoint endpoint,
        boolean movesFunds,
        @Nullable Transfer transfer,
        @Nullable IntentDigest intent,
        Instant deadline) {

    private static final Asset USDT = new Asset("USDT");
    private static final Amount AMOUNT = Amount.of("8.91", USDT);
    private static final Destination OWN = new Destination("ETH", "0xabc", null);

    static Map<String, RequestFacts> lies(RequestFacts honest) {
        Told told = new Told(
                honest.id(),
                honest.connection(),
                honest.endpoint(),
                honest.movesFunds(),
                honest.transfer(),
                honest.intent(),
                honest.deadline());
        Map<String, RequestFacts> lies = new LinkedHashMap<>();
        lies.put("another name", told.named(new RequestId("0".repeat(32))).facts(honest));
        lies.put(
                "another API key",
                told.connected(new ConnectionId("0".repeat(32))).facts(honest));
        lies.put(
                "another endpoint",
                told.to(new Endpoint("POST", "/sapi/v1/localentity/withdraw/apply"))
                        .facts(honest));
        lies.putAll(told.transfers(honest));
        lies.put("another intent", told.meaning(IntentDigest.of(new byte[32])).facts(honest));
        lies.put("a later deadline", told.until(honest.deadline().plusMillis(1)).facts(honest));
        return lies;
    }

    private Map<String, RequestFacts> transfers(RequestFacts honest) {
        Map<String, RequestFacts> lies = new LinkedHashMap<>();
        lies.put("no move of funds", moving(false, null).facts(honest));
        lies.put("funds that stay", moving(false, honest.transfer()).facts(honest));
        lies.put("no transfer", moving(true, null).facts(honest));
        lies.put(
                "a smaller amount",
                moving(true, new Transfer(Amount.of("8.9", USDT), OWN, null)).facts(honest));
        lies.put(
                "another asset",
                moving(true, new Transfer(Amount.of("8.91", new Asset("SHIB")), OWN, null))
                        .facts(honest));
        lies.put(
                "another address",
                moving(true, new Transfer(AMOUNT, new Destination("ETH", "0xabd", null), null))
                        .facts(honest));
        lies.put(
                "another network",
                moving(true, new Transfer(AMOUNT, new Destination("BSC", "0xabc", null), null))
                        .facts(honest));
        lies.put(
                "a tag",
                moving(true, new Transfer(AMOUNT, new Destination("ETH", "0xabc", "1"), null))
                        .facts(honest));
        lies.put("an order id", moving(true, new Transfer(AMOUNT, OWN, "wd-1")).facts(honest));
        return lies;
    }

    private Told named(RequestId other) {
        return new Told(other, connection, endpoint, movesFunds, transfer, intent, deadline);
    }

    private Told connected(ConnectionId other) {
        return new Told(id, other, endpoint, movesFunds, transfer, intent, deadline);
    }

    private Told to(Endpoint other) {
        return new Told(id, connection, other, movesFunds, transfer, intent, deadline);
    }

    private Told moving(boolean moves, @Nullable Transfer other) {
        return new Told(id, connection, endpoint, moves, other, intent, deadline);
    }

    private Told meaning(IntentDigest other) {
        return new Told(id, connection, endpoint, movesFunds, transfer, other, deadline);
    }

    private Told until(Instant other) {
        return new Told(id, connection, endpoint, movesFunds, transfer, intent, other);
    }

    private RequestFacts facts(RequestFacts rest) {
        return new RequestFacts(
                id,
                rest.account(),
                connection,
                endpoint,
                movesFunds,
                transfer,
                rest.price(),
                intent,
                rest.digest(),
                deadline,
                rest.receivedAt());
    }
}
