package io.countersign.gateway.api;

import io.countersign.domain.control.ControlChange;
import io.countersign.domain.id.AccountId;
import io.countersign.gateway.control.ControlDesk;
import io.countersign.gateway.identity.Caller;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** What a change came to: APPLIED when the engine has taken it, ACCEPTED when it is on the log and will be. */
record ControlReply(String account, State state) {

    enum State {
        APPLIED,
        ACCEPTED
    }

    /** Submits {@code change} on behalf of {@code caller} and answers 200 or 202. */
    static Response to(ControlDesk desk, Caller caller, AccountId account, ControlChange change) {
        boolean applied = desk.submit(account, caller.subject(), change);
        return Response.status(applied ? Response.Status.OK : Response.Status.ACCEPTED)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(new ControlReply(account.value(), applied ? State.APPLIED : State.ACCEPTED))
                .build();
    }
}
