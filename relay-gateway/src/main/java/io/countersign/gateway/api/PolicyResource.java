package io.countersign.gateway.api;

import io.countersign.domain.account.House;
import io.countersign.domain.control.Authority;
import io.countersign.domain.control.ControlChange;
import io.countersign.domain.control.ControlChange.ConfirmPolicy;
import io.countersign.domain.control.ControlChange.ProposePolicy;
import io.countersign.domain.control.ControlChange.ShadowPolicy;
import io.countersign.domain.id.AccountId;
import io.countersign.gateway.answer.Problem;
import io.countersign.gateway.answer.ProblemException;
import io.countersign.gateway.answer.ProblemType;
import io.countersign.gateway.control.Submitted;
import io.countersign.gateway.identity.Caller;
import io.countersign.gateway.view.PolicyView;
import io.countersign.wire.message.PolicyMessage;
import io.countersign.wire.policy.PolicyDiff;
import io.countersign.wire.policy.PolicyException;
import io.countersign.wire.policy.PolicyYaml;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** How policies become live: one officer publishes, another confirms. */
@Path("/v1/admin/policies")
@Produces(MediaType.APPLICATION_JSON)
public class PolicyResource {

    /** For what the engine has acknowledged to be read here, so that whoever asks next sees it. */
    private static final Duration SIGHT = Duration.ofSeconds(2);

    private static final Pattern VERSION = Pattern.compile("[1-9][0-9]{0,17}");

    private final Guard guard;

    public PolicyResource(Guard guard) {
        this.guard = guard;
    }

    @GET
    @Operation(summary = "Every policy, the newest first")
    public PolicyBodies.Versions list(@Context HttpHeaders headers) {
        guard.officer(headers);
        PolicyView view = guard.gateway().policies();
        House house = view.house();
        return new PolicyBodies.Versions(view.newestFirst().stream()
                .map(each -> PolicyBodies.Entry.of(each, house))
                .toList());
    }

    /** The document as it was published, for ever the same. */
    @GET
    @Path("/{version}")
    @Produces("application/yaml")
    @Operation(summary = "One policy as it was published")
    public Response find(@PathParam("version") String text, @Context HttpHeaders headers) {
        guard.officer(headers);
        return Response.ok(document(version(text)).yaml(), "application/yaml")
                .header(HttpHeaders.ETAG, "\"policy-%d\"".formatted(version(text)))
                .build();
    }

    /** What changes from one version to another, field by field. */
    @GET
    @Path("/diff")
    @Operation(summary = "What changes from one policy to another")
    public PolicyBodies.Difference diff(
            @RestQuery @Nullable String from, @RestQuery @Nullable String to, @Context HttpHeaders headers) {
        guard.officer(headers);
        PolicyMessage before = document(version(from == null ? "" : from));
        PolicyMessage after = document(version(to == null ? "" : to));
        return new PolicyBodies.Difference(
                before.version(), after.version(), PolicyDiff.between(before.yaml(), after.yaml()));
    }

    @POST
    @Consumes({"application/yaml", "application/x-yaml", "text/yaml", MediaType.TEXT_PLAIN})
    @Operation(summary = "Publish a policy")
    public Response publish(@Nullable String yaml, @Context HttpHeaders headers) {
        return publish(new PolicyBodies.Document(yaml), headers);
    }

    /** Numbers a document, which judges nothing until it is confirmed: 201, or 202 while the engine is silent. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Publish a policy")
    public Response publish(PolicyBodies.@Nullable Document body, @Context HttpHeaders headers) {
        Caller officer = guard.officer(headers);
        String yaml = readable(Bodies.required(body).text());
        Submitted taken = submit(officer, new ProposePolicy(yaml));
        if (taken.word().isEmpty()) {
            return Response.accepted(new PolicyBodies.Published(null, "ACCEPTED"))
                    .build();
        }
        long version = taken.word().get().policyVersion();
        PolicyView view = guard.gateway().policies();
        see(() -> view.find(version).isPresent());
        return Response.created(URI.create("/v1/admin/policies/" + version))
                .entity(new PolicyBodies.Published(version, PolicyState.PROPOSED.name()))
                .build();
    }

    /** Makes a version live, by another officer than who published it. */
    @POST
    @Path("/{version}/confirmation")
    @Operation(summary = "Make a policy live")
    public Response confirm(@PathParam("version") String text, @Context HttpHeaders headers) {
        Caller officer = guard.officer(headers);
        long version = version(text);
        Submitted taken = submit(officer, new ConfirmPolicy(version));
        PolicyView view = guard.gateway().policies();
        taken.word().ifPresent(word -> see(() -> view.house().livePolicy() >= version));
        return Response.status(taken.isApplied() ? Response.Status.OK : Response.Status.ACCEPTED)
                .entity(new PolicyBodies.Published(version, taken.isApplied() ? PolicyState.LIVE.name() : "ACCEPTED"))
                .build();
    }

    /** Lets a version judge without effect beside the live one, from now on. */
    @PUT
    @Path("/shadow")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Let a policy judge without effect")
    public Response shadow(PolicyBodies.@Nullable Shadow body, @Context HttpHeaders headers) {
        Caller officer = guard.officer(headers);
        return shadowed(officer, Bodies.required(body).number());
    }

    /** Ends the shadow. */
    @DELETE
    @Path("/shadow")
    @Operation(summary = "End the shadow")
    public Response endShadow(@Context HttpHeaders headers) {
        return shadowed(guard.officer(headers), 0);
    }

    private Response shadowed(Caller officer, long version) {
        Submitted taken = submit(officer, new ShadowPolicy(version));
        PolicyView view = guard.gateway().policies();
        taken.word().ifPresent(word -> see(() -> view.house().shadowPolicy() == version));
        return Response.status(taken.isApplied() ? Response.Status.OK : Response.Status.ACCEPTED)
                .entity(new PolicyBodies.Published(version, taken.isApplied() ? "SHADOW" : "ACCEPTED"))
                .build();
    }

    private PolicyMessage document(long version) {
        return guard.gateway()
                .policies()
                .find(version)
                .orElseThrow(() -> new ProblemException(
                        Problem.of(ProblemType.UNKNOWN_POLICY, "version: no such policy was published")));
    }

    private Submitted submit(Caller officer, ControlChange change) {
        return guard.desk().submit(AccountId.HOUSE, officer, Authority.OFFICER, change);
    }

    /** An answer that came before the view is still right, so nothing depends on the result. */
    private void see(BooleanSupplier sight) {
        boolean unused = guard.gateway().policies().await(sight, SIGHT);
    }

    static String readable(String yaml) {
        try {
            PolicyYaml.parse(1, yaml);
            return yaml;
        } catch (PolicyException e) {
            throw new ProblemException(Problem.of(ProblemType.INVALID_POLICY, String.valueOf(e.getMessage())));
        }
    }

    static long version(String text) {
        if (!VERSION.matcher(text).matches()) {
            throw Bodies.invalid("version: send the number of a published policy");
        }
        return Long.parseLong(text);
    }
}
