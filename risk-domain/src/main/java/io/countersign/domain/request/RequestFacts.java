package io.countersign.domain.request;

import io.countersign.domain.id.AccountId;
import io.countersign.domain.id.ConnectionId;
import io.countersign.domain.id.IntentDigest;
import io.countersign.domain.id.RequestId;
import io.countersign.domain.id.WireDigest;
import io.countersign.domain.money.Price;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was read from one signed request, without its octets: all that it may be judged by.
 *
 * @param intent what it asks for, whenever it is signed; null in records of a gateway that did not tell
 * @param movesFunds whether the endpoint moves funds; such a request without a transfer was not understood
 * @param price of the transfer's asset, pinned at intake; null when none was known
 * @param deadline latest instant at which the relay may send, on Binance's clock
 * @param receivedAt when the gateway had read it, on Binance's clock
 */
public record RequestFacts(
        RequestId id,
        AccountId account,
        ConnectionId connection,
        Endpoint endpoint,
        boolean movesFunds,
        @Nullable Transfer transfer,
        @Nullable Price price,
        @Nullable IntentDigest intent,
        WireDigest digest,
        Instant deadline,
        Instant receivedAt) {}
