package io.countersign.gateway.api;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseHeader;

/** What happens to an account, as it happens. */
@Path("/v1/events")
public class EventResource {

    private final Guard guard;

    public EventResource(Guard guard) {
        this.guard = guard;
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = "no-store")
    @Blocking
    @Operation(summary = "What happens to the account, as it happens")
    public Multi<OutboundSseEvent> events(@Context HttpHeaders headers, @Context Sse sse) {
        return new EventStreams(guard.gateway(), guard.owner(headers), headers, sse).ofAccount();
    }
}
