package io.countersign.gateway.api;

import io.countersign.gateway.engine.AccountReport;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What officers see of anybody's account. */
@Path("/v1/admin/accounts/{account}")
@Produces(MediaType.APPLICATION_JSON)
public class AdminReadResource {

    private final Guard guard;

    public AdminReadResource(Guard guard) {
        this.guard = guard;
    }

    @GET
    @Path("/limits")
    @Operation(summary = "An account's limits")
    public Readings.Limits limits(@PathParam("account") String account, @Context HttpHeaders headers) {
        return Readings.Limits.of(report(account, headers));
    }

    @GET
    @Path("/requests")
    @Operation(summary = "An account's requests")
    public RequestPage requests(
            @PathParam("account") String account,
            @RestQuery @Nullable Integer limit,
            @RestQuery @Nullable String before,
            @Context HttpHeaders headers) {
        return RequestPage.of(report(account, headers), limit, before);
    }

    @GET
    @Path("/addresses")
    @Operation(summary = "An account's address book")
    public Readings.Addresses addresses(@PathParam("account") String account, @Context HttpHeaders headers) {
        return Readings.Addresses.of(report(account, headers));
    }

    @GET
    @Path("/connections")
    @Operation(summary = "An account's connections")
    public Readings.Connections connections(@PathParam("account") String account, @Context HttpHeaders headers) {
        return Readings.Connections.of(report(account, headers));
    }

    @GET
    @Path("/freezes")
    @Operation(summary = "An account's freezes")
    public FreezeBodies.Shown freezes(@PathParam("account") String account, @Context HttpHeaders headers) {
        return Readings.freezes(report(account, headers));
    }

    @GET
    @Path("/confirmations")
    @Operation(summary = "An account's open questions")
    public Readings.Confirmations confirmations(@PathParam("account") String account, @Context HttpHeaders headers) {
        return Readings.Confirmations.of(report(account, headers));
    }

    private AccountReport report(String account, HttpHeaders headers) {
        guard.officer(headers);
        return guard.report(Guard.account(account));
    }
}
