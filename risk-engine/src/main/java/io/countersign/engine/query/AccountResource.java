package io.countersign.engine.query;

import io.countersign.domain.account.Account;
import io.countersign.domain.id.AccountId;
import io.countersign.wire.chain.JournalChain;
import io.countersign.wire.message.StoredAccount;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An account as the store has it. Not public: only who shows the token is answered. */
@Path("/internal/accounts")
public final class AccountResource {

    private static final String RETRY_SECONDS = "1";
    private static final MediaType PROBLEM = new MediaType("application", "problem+json");

    private final AccountQueries queries;

    public AccountResource(AccountQueries queries) {
        this.queries = queries;
    }

    /** 200 with its state, 404 when it has none, 503 when nobody can tell. */
    @GET
    @Path("{id}")
    public Response account(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            @HeaderParam(HttpPeers.FORWARDED) @Nullable String forwarded) {
        AccountQueries.Open open = queries.whenOpen();
        if (open == null) {
            return unavailable();
        }
        if (!open.token().isShownBy(authorization)) {
            return problem(Status.UNAUTHORIZED, "this is for whoever holds the engine's query token")
                    .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                    .build();
        }
        AccountId account;
        try {
            account = new AccountId(id);
        } catch (IllegalArgumentException e) {
            return problem(Status.BAD_REQUEST, String.valueOf(e.getMessage())).build();
        }
        AccountFinder finder = open.finder();
        return answer(open, account, forwarded == null ? finder.find(account) : finder.findHere(account));
    }

    private static Response answer(AccountQueries.Open open, AccountId account, Found found) {
        return switch (found) {
            case Found.Here here -> here(open, account, here.answer());
            case Found.Elsewhere elsewhere ->
                Response.status(elsewhere.status())
                        .type(MediaType.APPLICATION_JSON)
                        .entity(elsewhere.body().toBytes())
                        .build();
            case Found.Nowhere nowhere -> unavailable();
        };
    }

    private static Response here(AccountQueries.Open open, AccountId id, LocalAnswer local) {
        StoredAccount stored = local.stored();
        return open.rules()
                .now()
                .map(rules -> {
                    AccountBody state = AccountMapper.body(stored == null ? nothing(id) : stored, rules);
                    return Response.status(stored == null ? Status.NOT_FOUND : Status.OK)
                            .type(MediaType.APPLICATION_JSON)
                            .entity(new AccountAnswer(open.self(), local.role(), local.behind(), state))
                            .build();
                })
                .orElseGet(AccountResource::unavailable);
    }

    private static StoredAccount nothing(AccountId id) {
        return new StoredAccount(Account.empty(id), 0, JournalChain.genesis(id));
    }

    private static Response unavailable() {
        return problem(Status.SERVICE_UNAVAILABLE, "no engine can tell at the moment, for example while tasks move")
                .header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS)
                .build();
    }

    private static Response.ResponseBuilder problem(Status status, String detail) {
        return Response.status(status)
                .type(PROBLEM)
                .entity(Map.of("title", status.getReasonPhrase(), "status", status.getStatusCode(), "detail", detail));
    }
}
