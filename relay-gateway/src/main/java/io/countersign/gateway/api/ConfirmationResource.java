package io.countersign.gateway.api;

import io.countersign.domain.control.Authority;
import io.countersign.domain.control.ControlChange.ConfirmIntent;
import io.countersign.domain.id.ConfirmationId;
import io.countersign.gateway.answer.Problem;
import io.countersign.gateway.answer.ProblemException;
import io.countersign.gateway.answer.ProblemType;
import io.countersign.gateway.identity.Caller;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The questions that requests raised, and the owner's yes. */
@Path("/v1/confirmations")
@Produces(MediaType.APPLICATION_JSON)
public class ConfirmationResource {

    private final Guard guard;

    public ConfirmationResource(Guard guard) {
        this.guard = guard;
    }

    @GET
    @Operation(summary = "The questions that wait for an answer")
    public Readings.Confirmations list(@Context HttpHeaders headers) {
        return Readings.Confirmations.of(guard.report(guard.owner(headers).account()));
    }

    /** Whoever stole a token, and nothing else, cannot say yes. */
    @POST
    @Path("/{id}")
    @Operation(summary = "Confirm what a request asked for")
    public Response confirm(@PathParam("id") String id, @Context HttpHeaders headers) {
        Caller owner = guard.owner(headers);
        Authority authority = guard.authorityOf(owner);
        if (authority != Authority.OWNER_WITH_SECOND_FACTOR) {
            throw new ProblemException(Problem.of(
                    ProblemType.SECOND_FACTOR_REQUIRED,
                    "Authorization: prove a second factor and send the token that says so (amr has mfa, auth_time is"
                            + " recent)"));
        }
        return ControlReply.to(guard.desk(), owner, owner.account(), authority, new ConfirmIntent(confirmation(id)));
    }

    static ConfirmationId confirmation(String id) {
        try {
            return new ConfirmationId(id);
        } catch (IllegalArgumentException e) {
            throw Bodies.invalid("id: send the id of a confirmation, as it is listed");
        }
    }
}
