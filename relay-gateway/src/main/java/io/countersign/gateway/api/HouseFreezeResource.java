package io.countersign.gateway.api;

import io.countersign.domain.control.Authority;
import io.countersign.domain.control.ControlChange;
import io.countersign.domain.id.AccountId;
import io.countersign.gateway.engine.AccountReport;
import io.countersign.gateway.identity.Caller;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Freezes for everyone. */
@Path("/v1/admin/freezes")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class HouseFreezeResource {

    private final Guard guard;

    public HouseFreezeResource(Guard guard) {
        this.guard = guard;
    }

    /** Those that hold. */
    record Shown(Instant asOf, boolean stale, List<AccountReport.Freeze> freezes) {}

    @GET
    @Operation(summary = "The freezes for everyone")
    public Shown list(@Context HttpHeaders headers) {
        guard.officer(headers);
        AccountReport house = guard.report(AccountId.HOUSE);
        return new Shown(house.state().at(), house.isStale(), house.state().freezes());
    }

    @POST
    @Operation(summary = "Freeze for everyone")
    public Response freeze(FreezeBodies.@Nullable Scoped body, @Context HttpHeaders headers) {
        Caller officer = guard.officer(headers);
        return submit(officer, Bodies.required(body).change());
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "Lift a freeze for everyone")
    public Response lift(@PathParam("id") String id, Bodies.@Nullable ReasonBody body, @Context HttpHeaders headers) {
        Caller officer = guard.officer(headers);
        return submit(officer, Lifts.of(id, body));
    }

    private Response submit(Caller officer, ControlChange change) {
        return ControlReply.to(guard.desk(), officer, AccountId.HOUSE, Authority.OFFICER, change);
    }
}
