package io.countersign.wire.message;

import io.countersign.domain.control.Control;
import io.countersign.domain.id.ConnectionId;
import org.jspecify.annotations.Nullable;

/**
 * What became of a control that binds or unbinds a connection; never who has it.
 *
 * @param grant to be released once the account is unbound; only for {@link ClaimResult#ENDED}, null when there was none
 */
public record ClaimedMessage(
        Control control, ClaimResult result, @Nullable Long grant) {

    public ClaimedMessage {
        ClaimMessage.connectionOf(control);
    }

    public ConnectionId connection() {
        return ClaimMessage.connectionOf(control);
    }
}
