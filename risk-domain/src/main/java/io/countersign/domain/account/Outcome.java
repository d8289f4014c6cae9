package io.countersign.domain.account;

import io.countersign.domain.id.RequestId;
import io.countersign.domain.lookup.LookUp;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the relay says became of a request.
 *
 * @param httpStatus of Binance's answer; null when none came
 * @param binanceCode Binance's error code; null when the answer had none
 * @param reason one sentence for a person, never from Binance's answer
 * @param sentAt when the octets left, on Binance's clock; null when they never did
 * @param lookUp what the answer shows of another request, when this one asked about it; null otherwise
 */
public record Outcome(
        RequestId requestId,
        OutcomeClass outcome,
        @Nullable Integer httpStatus,
        @Nullable Integer binanceCode,
        String reason,
        @Nullable Instant sentAt,
        @Nullable LookUp lookUp) {

    /** Of a request that is no look-up. */
    public Outcome(
            RequestId requestId,
            OutcomeClass outcome,
            @Nullable Integer httpStatus,
            @Nullable Integer binanceCode,
            String reason,
            @Nullable Instant sentAt) {
        this(requestId, outcome, httpStatus, binanceCode, reason, sentAt, null);
    }

    /** The same without what it shows of another request. */
    public Outcome withoutLookUp() {
        return new Outcome(requestId, outcome, httpStatus, binanceCode, reason, sentAt);
    }
}
