package io.countersign.gateway.api;

import io.countersign.domain.id.AccountId;
import io.countersign.gateway.Gateway;
import io.countersign.gateway.answer.Problem;
import io.countersign.gateway.answer.ProblemException;
import io.countersign.gateway.answer.ProblemType;
import io.countersign.gateway.engine.DryRun;
import io.countersign.wire.message.PolicyMessage;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** What a policy would say to a request of an account as it is now. Nothing is recorded. */
@Path("/v1/admin/policies/dry-run")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class PolicyDryRunResource {

    private final Guard guard;

    public PolicyDryRunResource(Guard guard) {
        this.guard = guard;
    }

    @POST
    @Operation(summary = "What a policy would decide")
    public DryRun.Result dryRun(@Nullable DryRunBody sent, @Context HttpHeaders headers) {
        guard.officer(headers);
        DryRunBody body = Bodies.required(sent);
        Gateway gateway = guard.gateway();
        AccountId account = Guard.account(body.account() == null ? "" : body.account());
        return gateway.accounts().dryRun(account, body.question(document(gateway, body), gateway.reference()));
    }

    private static String document(Gateway gateway, DryRunBody body) {
        if (body.yaml() != null) {
            return PolicyResource.readable(body.yaml());
        }
        long version = body.version() == null ? gateway.policies().house().livePolicy() : body.version();
        return gateway.policies()
                .find(version)
                .map(PolicyMessage::yaml)
                .orElseThrow(() -> new ProblemException(
                        Problem.of(ProblemType.UNKNOWN_POLICY, "version: no such policy was published")));
    }
}
