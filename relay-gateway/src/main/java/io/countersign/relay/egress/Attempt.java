package io.countersign.relay.egress;

import io.countersign.wire.message.Octets;
import io.countersign.wire.seal.WireAnswer;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What came of the one attempt to send a request. Reasons tell nothing of request or answer. */
public sealed interface Attempt {

    /** No octet left. */
    record NotSent(String reason) implements Attempt {}

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
