package io.countersign.gateway.api;

import io.countersign.domain.id.RequestId;
import io.countersign.gateway.Gateway;
import io.countersign.gateway.answer.Problem;
import io.countersign.gateway.answer.ProblemException;
import io.countersign.gateway.answer.ProblemType;
import io.countersign.gateway.identity.Caller;
import io.countersign.gateway.view.RequestKey;
import io.countersign.gateway.view.RequestStatus;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

/** Where a request is, for the owner of its account only. */
@Path("/v1/requests")
@Produces(MediaType.APPLICATION_JSON)
public class RequestResource {

    private final Guard guard;

    public RequestResource(Guard guard) {
        this.guard = guard;
    }

    @GET
    @Path("/{id}")
    public RequestBody find(@PathParam("id") String id, @Context HttpHeaders headers) {
        Caller caller = guard.owner(headers);
        Gateway gateway = guard.gateway();
        RequestStatus status = gateway.requests()
                .find(new RequestKey(caller.account(), requestId(id)))
                .orElseThrow(() -> new ProblemException(Problem.of(
                        ProblemType.UNKNOWN_REQUEST, "id: no request of this account and of the last hour has it")));
        return RequestBody.of(status, gateway.answers().binanceAnswer(status));
    }

    private static RequestId requestId(String text) {
        try {
            return new RequestId(text);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(Problem.of(ProblemType.UNKNOWN_REQUEST, "id: " + e.getMessage()));
        }
    }
}
