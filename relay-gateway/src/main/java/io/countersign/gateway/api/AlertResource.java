package io.countersign.gateway.api;

import io.countersign.wire.message.AlertMessage;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What officers should look at. */
@Path("/v1/admin/alerts")
@Produces(MediaType.APPLICATION_JSON)
public class AlertResource {

    private final Guard guard;

    public AlertResource(Guard guard) {
        this.guard = guard;
    }

    /** The newest first, of the last thirty days. */
    record Alerts(List<AlertMessage> alerts) {}

    @GET
    @Operation(summary = "What officers should look at")
    public Alerts list(@Context HttpHeaders headers) {
        guard.officer(headers);
        return new Alerts(guard.gateway().alerts().newestFirst());
    }
}
