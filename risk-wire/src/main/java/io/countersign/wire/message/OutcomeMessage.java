package io.countersign.wire.message;

import io.countersign.domain.account.Outcome;
import io.countersign.domain.id.AccountId;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What became of a request.
 *
 * @param sealedAnswer the gateway's alone; null when Binance gave none
 * @param retryAfter when such a request may be sent again, because it was not sent for want of room in Binance's limits, whole
 *     seconds, at least one; null otherwise
 */
public record OutcomeMessage(
        AccountId account,
        Outcome outcome,
        @Nullable Octets sealedAnswer,
        @Nullable Duration retryAfter) {}
