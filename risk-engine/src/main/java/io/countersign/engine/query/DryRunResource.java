package io.countersign.engine.query;

import io.countersign.domain.account.Account;
import io.countersign.domain.account.AccountCommand.EvaluateRequest;
import io.countersign.domain.account.AccountEvent.RequestDecided;
import io.countersign.domain.account.Circumstances;
import io.countersign.domain.decider.AccountDecider;
import io.countersign.domain.id.AccountId;
import io.countersign.domain.policy.Policies;
import io.countersign.wire.policy.PolicyException;
import io.countersign.wire.policy.PolicyYaml;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.time.DateTimeException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a policy would decide on an account as it is, with the code that decides. Nothing is recorded. Not public. */
@Path("/internal/accounts")
public final class DryRunResource {

    private static final MediaType PROBLEM = new MediaType("application", "problem+json");

    private final AccountQueries queries;

    public DryRunResource(AccountQueries queries) {
        this.queries = queries;
    }

    /** 200 with the findings, 400 when the body makes no request or no policy, 503 when the account is not here. */
    @POST
    @Path("{id}/dry-run")
    public Response dryRun(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            DryRunBody body) {
        AccountQueries.Open open = queries.whenOpen();
        if (open == null) {
            return problem(Status.SERVICE_UNAVAILABLE, "the engine is starting");
        }
        if (!open.token().isShownBy(authorization)) {
            return problem(Status.UNAUTHORIZED, "this is for whoever holds the engine's query token");
        }
        try {
            return account(open, new AccountId(id))
                    .flatMap(account -> open.rules().now().map(rules -> judged(body, account, rules)))
                    .orElseGet(() -> problem(Status.SERVICE_UNAVAILABLE, "the account is with another engine"));
        } catch (PolicyException | IllegalArgumentException | DateTimeException e) {
            return problem(Status.BAD_REQUEST, String.valueOf(e.getMessage()));
        }
    }

    private static Optional<Account> account(AccountQueries.Open open, AccountId id) {
        return switch (open.finder().findHere(id)) {
            case Found.Here here ->
                Optional.of(
                        here.answer().stored() == null
                                ? Account.empty(id)
                                : here.answer().stored().account());
            case Found.Elsewhere elsewhere -> Optional.empty();
            case Found.Nowhere nowhere -> Optional.empty();
        };
    }

    private static Response judged(DryRunBody body, Account account, LiveRules.Now rules) {
        Policies policies = new Policies(PolicyYaml.parse(1, body.yaml()), null);
        EvaluateRequest command =
                new EvaluateRequest(body.facts(account, rules.at()), new Circumstances(0, rules.freezes()), rules.at());
        return AccountDecider.decide(command, account, policies).stream()
                .filter(RequestDecided.class::isInstance)
                .map(event -> DryRunAnswer.of((RequestDecided) event))
                .map(answer -> Response.ok(answer, MediaType.APPLICATION_JSON).build())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("a request that nobody knew was not judged"));
    }

    private static Response problem(Status status, String detail) {
        return Response.status(status)
                .type(PROBLEM)
                .entity(Map.of("title", status.getReasonPhrase(), "status", status.getStatusCode(), "detail", detail))
                .build();
    }
}
