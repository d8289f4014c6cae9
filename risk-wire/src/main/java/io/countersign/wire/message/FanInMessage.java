package io.countersign.wire.message;

import io.countersign.domain.id.AccountId;
import java.time.Instant;
import java.util.List;

/** Who sends to one destination, the latest last; each account once. */
public record FanInMessage(List<Sender> senders) {

    /** Nobody. */
    public static final FanInMessage NONE = new FanInMessage(List.of());

    public FanInMessage {
        senders = List.copyOf(senders);
    }

    /** An account, and when its latest request was approved. */
    public record Sender(AccountId account, Instant at) {}
}
