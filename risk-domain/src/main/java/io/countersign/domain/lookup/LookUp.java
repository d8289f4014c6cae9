package io.countersign.domain.lookup;

import io.countersign.domain.id.ConnectionId;
import io.countersign.domain.request.Endpoint;
import java.time.Instant;
import java.util.List;

/**
 * What Binance answered to a signed question about one withdrawOrderId. The relay makes it of an answer that it could read whole
 * and of a question that hides nothing.
 *
 * @param connection the API key that asked: another one may be another Binance user's, who has other withdrawals
 * @param lists whose requests Binance lists there
 * @param from beginning of the time that was asked about, on Binance's clock; inclusive
 * @param until its end; inclusive
 * @param found everything that Binance listed
 */
public record LookUp(
        ConnectionId connection,
        Endpoint lists,
        String orderId,
        Instant from,
        Instant until,
        List<FoundWithdrawal> found) {

    /** More under one order id is no answer that anything can be concluded from. */
    public static final int MOST_FOUND = 5;

    public LookUp {
        found = List.copyOf(found);
        if (found.size() > MOST_FOUND) {
            throw new IllegalArgumentException("a look-up carries at most %d withdrawals".formatted(MOST_FOUND));
        }
    }
}
