package io.countersign.gateway.api;

import io.countersign.domain.control.ControlChange;
import io.countersign.domain.id.ConnectionId;
import io.countersign.gateway.identity.Caller;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What owners change on their own account: the address book, connections, and a freeze; and the limits they have. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class AccountResource {

    private final Guard guard;

    public AccountResource(Guard guard) {
        this.guard = guard;
    }

    @GET
    @Path("/addresses")
    @Operation(summary = "The address book")
    public Readings.Addresses addresses(@Context HttpHeaders headers) {
        return Readings.Addresses.of(guard.report(guard.owner(headers).account()));
    }

    @POST
    @Path("/addresses")
    @Operation(summary = "Put a destination on the address book")
    public Response addAddress(Bodies.@Nullable AddressBody body, @Context HttpHeaders headers) {
        Caller owner = guard.owner(headers);
        return submit(owner, new ControlChange.AddAddress(Bodies.required(body).destination()));
    }

    /** Takes the destination from the body, or from the query when there is no body. */
    @DELETE
    @Path("/addresses")
    @Operation(summary = "Take a destination off the address book")
    public Response removeAddress(
            Bodies.@Nullable AddressBody body,
            @RestQuery @Nullable String network,
            @RestQuery @Nullable String address,
            @RestQuery @Nullable String tag,
            @Context HttpHeaders headers) {
        Caller owner = guard.owner(headers);
        Bodies.AddressBody asked = body == null ? new Bodies.AddressBody(network, address, tag) : body;
        return submit(owner, new ControlChange.RemoveAddress(asked.destination()));
    }

    @GET
    @Path("/connections")
    @Operation(summary = "The API keys, by their fingerprints")
    public Readings.Connections connections(@Context HttpHeaders headers) {
        return Readings.Connections.of(guard.report(guard.owner(headers).account()));
    }

    @POST
    @Path("/connections")
    @Operation(summary = "Connect an API key")
    public Response bind(Bodies.@Nullable ConnectionBody body, @Context HttpHeaders headers) {
        Caller owner = guard.owner(headers);
        return submit(
                owner,
                new ControlChange.BindConnection(
                        connection(body), Bodies.required(body).canonicalPublicKey()));
    }

    /** Takes the key from the body only: a query ends up in logs. */
    @DELETE
    @Path("/connections")
    @Operation(summary = "Disconnect an API key")
    public Response unbind(Bodies.@Nullable ConnectionBody body, @Context HttpHeaders headers) {
        Caller owner = guard.owner(headers);
        return submit(owner, new ControlChange.UnbindConnection(connection(body)));
    }

    @GET
    @Path("/freeze")
    @Operation(summary = "The freezes that hold")
    public FreezeBodies.Shown freezes(@Context HttpHeaders headers) {
        return Readings.freezes(guard.report(guard.owner(headers).account()));
    }

    /** An owner may freeze and not unfreeze: whoever stole the token must not undo it. */
    @POST
    @Path("/freeze")
    @Operation(summary = "Freeze the own account")
    public Response freeze(FreezeBodies.@Nullable Own body, @Context HttpHeaders headers) {
        return submit(guard.owner(headers), Bodies.required(body).change());
    }

    @GET
    @Path("/limits")
    @Operation(summary = "Every limit, and what is left of it")
    public Readings.Limits limits(@Context HttpHeaders headers) {
        return Readings.Limits.of(guard.report(guard.owner(headers).account()));
    }

    private ConnectionId connection(Bodies.@Nullable ConnectionBody body) {
        return guard.desk().connection(Bodies.required(body).key());
    }

    private Response submit(Caller owner, ControlChange change) {
        return ControlReply.to(guard.desk(), owner, owner.account(), guard.authorityOf(owner), change);
    }
}
