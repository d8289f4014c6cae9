package io.countersign.relay.egress;

import io.countersign.wire.message.Octets;
import io.countersign.wire.seal.WireAnswer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What came of the one attempt to send a request. Reasons tell nothing of request or answer. */
public sealed interface Attempt {

    /**
     * No octet left.
     *
     * @param retryAfter when Binance's limits may have room for such a request again; null when that is not the reason
     */
    record NotSent(String reason, @Nullable Duration retryAfter) implements Attempt {

        public NotSent(String reason) {
            this(reason, null);
        }
    }

    /** The octets may have left, and no answer came. */
    record Lost(Instant sentAt, String reason) implements Attempt {}

    /**
     * An answer came.
     *
     * @param headers those that may travel on
     * @param body null when it broke off or was too long
     */
    record Answered(
            Instant sentAt,
            int status,
            List<WireAnswer.Header> headers,
            @Nullable Octets body) implements Attempt {

        public Answered {
            headers = List.copyOf(headers);
        }
    }
}
