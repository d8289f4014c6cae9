package io.countersign.gateway.api;

import io.countersign.domain.control.Authority;
import io.countersign.domain.control.ControlChange;
import io.countersign.domain.id.AccountId;
import io.countersign.gateway.control.ControlDesk;
import io.countersign.gateway.control.Submitted;
import io.countersign.gateway.identity.Caller;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** What the change {@code id} came to: APPLIED when the engine has taken it, ACCEPTED when it is on the log and will be. */
record ControlReply(String id, String account, State state) {

    enum State {
        APPLIED,
        ACCEPTED
    }

    /** Submits {@code change} on behalf of {@code caller} and answers 200 or 202. */
    static Response to(ControlDesk desk, Caller caller, AccountId account, Authority authority, ControlChange change) {
        Submitted submitted = desk.submit(account, caller, authority, change);
        State state = submitted.isApplied() ? State.APPLIED : State.ACCEPTED;
        return Response.status(submitted.isApplied() ? Response.Status.OK : Response.Status.ACCEPTED)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(new ControlReply(submitted.id().value(), account.value(), state))
                .build();
    }
}
