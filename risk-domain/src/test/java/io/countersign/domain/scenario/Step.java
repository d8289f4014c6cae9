package io.countersign.domain.scenario;

import io.countersign.domain.id.AccountId;
import io.countersign.domain.id.ConnectionId;
import io.countersign.domain.request.Destination;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One thing that happens in the town. */
sealed interface Step {

    Instant at();

    AccountId account();

    ConnectionId connection();

    /** An API key becomes the account's. */
    record Bind(Instant at, AccountId account, ConnectionId connection) implements Step {}

    /**
     * Somebody asks for a transfer.
     *
     * @param worth in USDT
     * @param attack null when the owner wants it
     */
    record Send(
            Instant at,
            AccountId account,
            Habit habit,
            ConnectionId connection,
            Destination destination,
            BigDecimal worth,
            @Nullable Attack attack)
            implements Step {}
}
