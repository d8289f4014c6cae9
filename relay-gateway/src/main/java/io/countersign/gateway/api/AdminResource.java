package io.countersign.gateway.api;

import io.countersign.domain.control.Authority;
import io.countersign.domain.control.ControlChange;
import io.countersign.domain.id.ConnectionId;
import io.countersign.gateway.identity.Caller;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** What officers change on anybody's account. */
@Path("/v1/admin/accounts/{account}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class AdminResource {

    private final Guard guard;

    public AdminResource(Guard guard) {
        this.guard = guard;
    }

    @PUT
    @Path("/tier")
    @Operation(summary = "Put an account into a tier")
    public Response assign(
            @PathParam("account") String account, Bodies.@Nullable TierBody body, @Context HttpHeaders headers) {
        Caller officer = guard.officer(headers);
        String tier = Bodies.required(body).name();
        if (tier != null && !LiveTiers.of(guard.gateway().policies()).contains(tier)) {
            throw Bodies.invalid("tier: the live policy has no such tier, and would refuse the account everything");
        }
        return submit(officer, account, new ControlChange.AssignTier(tier));
    }

    @POST
    @Path("/freezes")
    @Operation(summary = "Freeze an account, or a part of what it may do")
    public Response freeze(
            @PathParam("account") String account, FreezeBodies.@Nullable Scoped body, @Context HttpHeaders headers) {
        Caller officer = guard.officer(headers);
        return submit(officer, account, Bodies.required(body).change());
    }

    @DELETE
    @Path("/freezes/{id}")
    @Operation(summary = "Lift a freeze that somebody else placed")
    public Response lift(
            @PathParam("account") String account,
            @PathParam("id") String id,
            Bodies.@Nullable ReasonBody body,
            @Context HttpHeaders headers) {
        Caller officer = guard.officer(headers);
        return submit(officer, account, Lifts.of(id, body));
    }

    /** For an owner who cannot, after the officer has asked them. */
    @POST
    @Path("/confirmations/{id}")
    @Operation(summary = "Confirm for an owner")
    public Response confirm(
            @PathParam("account") String account, @PathParam("id") String id, @Context HttpHeaders headers) {
        Caller officer = guard.officer(headers);
        return submit(officer, account, new ControlChange.ConfirmIntent(ConfirmationResource.confirmation(id)));
    }

    @POST
    @Path("/addresses")
    @Operation(summary = "Put a destination on an account's address book")
    public Response addAddress(
            @PathParam("account") String account, Bodies.@Nullable AddressBody body, @Context HttpHeaders headers) {
        Caller officer = guard.officer(headers);
        return submit(
                officer,
                account,
                new ControlChange.AddAddress(Bodies.required(body).destination()));
    }

    @DELETE
    @Path("/addresses")
    @Operation(summary = "Take a destination off an account's address book")
    public Response removeAddress(
            @PathParam("account") String account, Bodies.@Nullable AddressBody body, @Context HttpHeaders headers) {
        Caller officer = guard.officer(headers);
        return submit(
                officer,
                account,
                new ControlChange.RemoveAddress(Bodies.required(body).destination()));
    }

    @POST
    @Path("/connections")
    @Operation(summary = "Connect an API key to an account")
    public Response bind(
            @PathParam("account") String account, Bodies.@Nullable ConnectionBody body, @Context HttpHeaders headers) {
        Caller officer = guard.officer(headers);
        return submit(
                officer,
                account,
                new ControlChange.BindConnection(
                        connection(body), Bodies.required(body).canonicalPublicKey()));
    }

    @DELETE
    @Path("/connections")
    @Operation(summary = "Disconnect an API key of an account")
    public Response unbind(
            @PathParam("account") String account, Bodies.@Nullable ConnectionBody body, @Context HttpHeaders headers) {
        Caller officer = guard.officer(headers);
        return submit(officer, account, new ControlChange.UnbindConnection(connection(body)));
    }

    /** Cannot be taken back, so nothing happens until another officer confirms. */
    @POST
    @Path("/erasures")
    @Operation(summary = "Ask for an account to be erased")
    public Response askErasure(
            @PathParam("account") String account, Bodies.@Nullable ReasonBody body, @Context HttpHeaders headers) {
        Caller officer = guard.officer(headers);
        String reason = Bodies.reason(Bodies.required(body).reason());
        return submit(officer, account, new ControlChange.EraseAccount(null, reason));
    }

    @POST
    @Path("/erasures/{id}/confirmation")
    @Operation(summary = "Confirm an erasure that another officer asked for")
    public Response confirmErasure(
            @PathParam("account") String account, @PathParam("id") String id, @Context HttpHeaders headers) {
        Caller officer = guard.officer(headers);
        return submit(officer, account, new ControlChange.EraseAccount(Lifts.control(id, "an erasure"), ""));
    }

    private ConnectionId connection(Bodies.@Nullable ConnectionBody body) {
        return guard.desk().connection(Bodies.required(body).key());
    }

    private Response submit(Caller officer, String account, ControlChange change) {
        return ControlReply.to(guard.desk(), officer, Guard.account(account), Authority.OFFICER, change);
    }
}
