package io.countersign.gateway.api;

import io.countersign.domain.id.AccountId;
import io.countersign.domain.id.RequestId;
import io.countersign.gateway.Gateway;
import io.countersign.gateway.answer.Problem;
import io.countersign.gateway.answer.ProblemException;
import io.countersign.gateway.answer.ProblemType;
import io.countersign.gateway.view.RequestKey;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Where a request is, for the owner of its account only. */
@Path("/v1/requests")
@Produces(MediaType.APPLICATION_JSON)
public class RequestResource {

    private final Guard guard;

    public RequestResource(Guard guard) {
        this.guard = guard;
    }

    /** What the engine remembers, the newest first. */
    @GET
    public RequestPage list(
            @RestQuery @Nullable Integer limit, @RestQuery @Nullable String before, @Context HttpHeaders headers) {
        return RequestPage.of(guard.report(guard.owner(headers).account()), limit, before);
    }

    @GET
    @Path("/{id}")
    public RequestBody find(@PathParam("id") String text, @Context HttpHeaders headers) {
        AccountId account = guard.owner(headers).account();
        RequestId id = requestId(text);
        Gateway gateway = guard.gateway();
        return gateway.requests()
                .find(new RequestKey(account, id))
                .map(status -> RequestBody.of(status, gateway.answers().binanceAnswer(status)))
                .orElseGet(() -> remembered(account, id));
    }

    private RequestBody remembered(AccountId account, RequestId id) {
        return guard.report(account).state().decided().stream()
                .filter(each -> each.request().equals(id.value()))
                .findFirst()
                .map(RequestBody::of)
                .orElseThrow(() -> new ProblemException(
                        Problem.of(ProblemType.UNKNOWN_REQUEST, "id: no request of this account is remembered by it")));
    }

    private static RequestId requestId(String text) {
        try {
            return new RequestId(text);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(Problem.of(ProblemType.UNKNOWN_REQUEST, "id: " + e.getMessage()));
        }
    }
}
