package io.countersign.domain.account;

import io.countersign.domain.id.RequestId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the relay says became of a request.
 *
 * @param httpStatus of Binance's answer; null when none came
 * @param binanceCode Binance's error code; null when the answer had none
 * @param reason one sentence for a person, never from Binance's answer
 * @param sentAt when the octets left, on Binance's clock; null when they never did
 */
public record Outcome(
        RequestId requestId,
        OutcomeClass outcome,
        @Nullable Integer httpStatus,
        @Nullable Integer binanceCode,
        String reason,
        @Nullable Instant sentAt) {}
