package io.countersign.domain.account;

import io.countersign.domain.finding.DecisionStatus;
import io.countersign.domain.id.RequestId;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Bounds what an account remembers of requests that count nowhere: whoever asks as fast as they may for an hour must not make the
 * account's state too large to be written.
 */
final class Remembered {

    /** Of what can be forgotten, so many stay: some 30 KB of state. */
    static final int MOST = 1_000;

    /** Binance's largest recvWindow is 60 s; a repeat that comes later than this is refused because its signature lapsed. */
    static final Duration SIGNATURE = Duration.ofMinutes(2);

    /** A relay knows for so long after the deadline what it dealt with; no first outcome comes later. */
    static final Duration OUTCOME = Duration.ofMinutes(10);

    private Remembered() {}

    /** Takes the oldest out of {@code decided}, until no more than {@link #MOST} are left that are not {@code counted} and not recent. */
    static void bound(Map<RequestId, DecidedRequest> decided, Predicate<RequestId> counted, Instant now) {
        Iterator<Map.Entry<RequestId, DecidedRequest>> oldest =
                decided.entrySet().iterator();
        int left = decided.size();
        while (left > MOST && oldest.hasNext()) {
            Map.Entry<RequestId, DecidedRequest> each = oldest.next();
            if (isSpent(each.getValue(), now) && !counted.test(each.getKey())) {
                oldest.remove();
                left--;
            }
        }
    }

    /** An order id is in use at Binance for as long as Binance says. */
    private static boolean isSpent(DecidedRequest request, Instant now) {
        boolean awaitsOutcome = request.status() == DecisionStatus.APPROVED && request.outcome() == null;
        Instant end = request.at().plus(awaitsOutcome ? OUTCOME : SIGNATURE);
        return request.orderId() == null && end.isBefore(now);
    }
}
