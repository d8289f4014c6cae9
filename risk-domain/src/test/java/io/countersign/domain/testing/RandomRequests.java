package io.countersign.domain.testing;

import io.countersign.domain.account.Account;
import io.countersign.domain.id.ConnectionId;
import io.countersign.domain.id.IntentDigest;
import io.countersign.domain.id.RequestId;
import io.countersign.domain.money.Amount;
import io.countersign.domain.request.Destination;
import io.countersign.domain.request.Transfer;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** What Alice signs: something new, the same octets again, or the same intent once more. */
final class RandomRequests {

    private static final List<Destination> DESTINATIONS = List.of(
            Samples.HOME,
            Samples.HOME,
            Samples.HOME,
            Samples.HOME,
            Samples.OFFICE,
            Samples.OFFICE,
            Samples.OFFICE,
            Samples.STRANGER);

    private final Map<RequestId, Instant> deadlines = new HashMap<>();
    private final Map<IntentDigest, RequestSample> byIntent = new HashMap<>();
    private final Random random;
    private long requests;

    RandomRequests(Random random) {
        this.random = random;
    }

    /** The number of a request that was signed lately, or of none. */
    long recent() {
        return requests - random.nextInt(6);
    }

    RequestSample balances(Instant now) {
        return signed(RequestSample.balances(id()), now);
    }

    RequestSample withdrawal(Instant now) {
        ConnectionId connection = random.nextInt(40) == 0 ? Samples.STOLEN : Samples.PHONE;
        Destination destination = DESTINATIONS.get(random.nextInt(DESTINATIONS.size()));
        long id = id();
        RequestSample request = signed(Samples.withdrawal(id, "1"), now).by(connection);
        if (random.nextInt(8) == 0) {
            // 25 to 100 USDT and a fraction of a unit that is rounded up.
            Amount btc = Amount.of("0.00" + (1 + random.nextInt(4)), Samples.BTC);
            request = request.moving(new Transfer(btc, destination, orderId(id)))
                    .pricedAt(RequestSample.price(Samples.BTC, "25000.0000001" + random.nextInt(9), now));
        } else {
            String amount = 25 * (1 + random.nextInt(4)) + (random.nextInt(12) == 0 ? ".00000001" : "");
            request = request.moving(new Transfer(Samples.usdt(amount), destination, orderId(id)));
        }
        byIntent.putIfAbsent(Samples.intent(id), request);
        return request;
    }

    /** Something that a question was raised about, signed anew; something else when there is no such thing. */
    RequestSample again(Account account, Instant now) {
        List<IntentDigest> asked =
                List.copyOf(account.confirmations().byIntent().keySet());
        if (asked.isEmpty()) {
            return withdrawal(now);
        }
        IntentDigest intent = asked.get(random.nextInt(asked.size()));
        RequestSample again = Objects.requireNonNull(byIntent.get(intent)).numbered(++requests);
        Transfer transfer = again.transfer();
        if (transfer != null && random.nextBoolean()) {
            // Or the order id alone would keep a confirmation from being used twice.
            again = again.moving(new Transfer(transfer.amount(), transfer.destination(), "order-" + requests));
        }
        return signed(again, now);
    }

    /** A signature lives a minute; a repeat carries the first one's. */
    private RequestSample signed(RequestSample request, Instant now) {
        return request.readAt(now).until(deadlines.computeIfAbsent(request.id(), id -> now.plusSeconds(60)));
    }

    /** Mostly its own; sometimes that of another one, or none. */
    private @Nullable String orderId(long id) {
        return switch (random.nextInt(16)) {
            case 0 -> null;
            case 1, 2 -> "order-" + recent();
            default -> "order-" + id;
        };
    }

    /** A new one, or a repeat. */
    private long id() {
        return random.nextInt(12) == 0 ? random.nextLong(requests + 1) : ++requests;
    }
}
