package io.countersign.replay.verify;

import io.countersign.domain.account.AccountEvent.RequestDecided;
import io.countersign.domain.finding.DecisionStatus;
import io.countersign.domain.id.AccountId;
import io.countersign.domain.id.RequestId;
import io.countersign.wire.message.JournalContent;
import io.countersign.wire.message.JournalMessage;
import io.countersign.wire.message.Outline;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request's decision as far as the journal still tells it.
 *
 * @param whole null when the account is erased
 */
record Judged(
        AccountId account,
        String requestId,
        DecisionStatus status,
        long policyVersion,
        Instant at,
        @Nullable RequestDecided whole) {

    /** What {@code entry} tells; empty when it is no decision about a request. */
    static Optional<Judged> in(JournalMessage entry) {
        return switch (entry.content()) {
            case JournalContent.Clear clear ->
                clear.event() instanceof RequestDecided decided
                        ? of(entry.account(), Outline.of(decided), decided.at(), decided)
                        : Optional.empty();
            case JournalContent.Sealed sealed -> of(entry.account(), sealed.outline(), sealed.at(), null);
        };
    }

    private static Optional<Judged> of(AccountId account, Outline outline, Instant at, @Nullable RequestDecided whole) {
        RequestId id = outline.request();
        DecisionStatus status = outline.status();
        return id == null || status == null
                ? Optional.empty()
                : Optional.of(new Judged(account, id.value(), status, outline.policyVersion(), at, whole));
    }
}
