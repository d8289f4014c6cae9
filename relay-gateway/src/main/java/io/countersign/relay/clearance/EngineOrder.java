package io.countersign.relay.clearance;

import io.countersign.domain.id.AccountId;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/**
 * The order in which the engine took the requests of each account, as far as this process has seen it. The engine takes them in the
 * order of its topic, so an approval that comes after a later one did not come from the engine where it stands. For one thread.
 */
public final class EngineOrder {

    /** No signature lives longer, so nothing that was taken so much earlier can still be sent. */
    static final Duration MEMORY = Duration.ofMinutes(2);

    private final SequencedMap<AccountId, Instant> last = new LinkedHashMap<>();

    /** Whether a request of {@code account} that the engine took at {@code decidedAt} comes in its order; equal times do. */
    public boolean isNext(AccountId account, Instant decidedAt) {
        Instant before = last.get(account);
        if (before != null && decidedAt.isBefore(before)) {
            return false;
        }
        last.putLast(account, decidedAt);
        forgetBefore(decidedAt.minus(MEMORY));
        return true;
    }

    int remembered() {
        return last.size();
    }

    private void forgetBefore(Instant horizon) {
        Iterator<Instant> oldest = last.values().iterator();
        while (oldest.hasNext() && oldest.next().isBefore(horizon)) {
            oldest.remove();
        }
    }
}
