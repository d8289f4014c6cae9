package io.countersign.gateway.api;

import io.countersign.domain.account.OutcomeClass;
import io.countersign.domain.finding.DecisionStatus;
import io.countersign.domain.id.RequestId;
import io.countersign.gateway.Gateway;
import io.countersign.gateway.answer.Preferences;
import io.countersign.gateway.answer.Problem;
import io.countersign.gateway.answer.ProblemException;
import io.countersign.gateway.answer.ProblemType;
import io.countersign.gateway.engine.AccountReport;
import io.countersign.gateway.identity.Caller;
import io.countersign.gateway.view.PastRequests.Remembered;
import io.countersign.gateway.view.RequestKey;
import io.countersign.gateway.view.RequestState;
import io.countersign.gateway.view.RequestStatus;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Where a request is, for the owner of its account only. */
@Path("/v1/requests")
@Produces(MediaType.APPLICATION_JSON)
public class RequestResource {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    /** More than so many do not wait. */
    private static final Semaphore WAITING = new Semaphore(2_000);

    private static final ExecutorService WAITERS = Executors.newVirtualThreadPerTaskExecutor();

    private final Guard guard;

    public RequestResource(Guard guard) {
        this.guard = guard;
    }

    /** What the engine remembers, the newest first. */
    @GET
    @Operation(summary = "Requests that were judged, the newest first")
    public RequestPage list(
            @RestQuery @Nullable Integer limit, @RestQuery @Nullable String before, @Context HttpHeaders headers) {
        return RequestPage.of(guard.report(guard.owner(headers).account()), limit, before);
    }

    /** At once, or, with {@code Prefer: wait}, when the request is no longer where it was. */
    @GET
    @Path("/{id}")
    @Blocking
    @Operation(summary = "Where a request is")
    public Uni<Response> find(@PathParam("id") String text, @Context HttpHeaders headers) {
        RequestKey key = new RequestKey(guard.owner(headers).account(), requestId(text));
        Preferences preferences = Preferences.of(headers.getRequestHeader("Prefer"));
        Duration asked = preferences.waiting();
        if (asked == null || asked.compareTo(LONGEST_WAIT) > 0 || !WAITING.tryAcquire()) {
            return Uni.createFrom().item(Response.ok(present(key)).build());
        }
        return Uni.createFrom()
                .item(() -> Response.ok(later(key, asked))
                        .header("Preference-Applied", "wait=" + asked.toSeconds())
                        .build())
                .runSubscriptionOn(WAITERS)
                .onTermination()
                .invoke(WAITING::release);
    }

    /** The same as it changes, until nothing more can come. */
    @GET
    @Path("/{id}")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = "no-store")
    @Blocking
    @Operation(summary = "Where a request is, as it changes")
    public Multi<OutboundSseEvent> follow(
            @PathParam("id") String text, @Context HttpHeaders headers, @Context Sse sse) {
        Caller owner = guard.owner(headers);
        RequestKey key = new RequestKey(owner.account(), requestId(text));
        EventStreams streams = new EventStreams(guard.gateway(), owner, headers, sse);
        if (streams.wasTheEnd()) {
            throw new NothingMoreException();
        }
        RequestBody known = present(key);
        return streams.ofRequest(
                key,
                () -> known.state().isFinal()
                        ? Optional.of(known)
                        : here(key).map(this::body).or(() -> Optional.of(known)));
    }

    private RequestBody later(RequestKey key, Duration patience) {
        Optional<RequestStatus> here = here(key);
        boolean past = here.isEmpty()
                ? decided(key).isPresent()
                : here.flatMap(this::ended).isPresent();
        if (!past) {
            Optional<RequestStatus> unused = guard.gateway().requests().awaitChange(key, patience);
        }
        return present(key);
    }

    private RequestBody present(RequestKey key) {
        RequestBody body = known(key);
        return LookUps.mayHelp(body, Instant.now())
                ? LookUps.toSign(guard, key).map(body::with).orElse(body)
                : body;
    }

    private RequestBody known(RequestKey key) {
        return here(key)
                .map(status -> ended(status).map(end -> remembered(key, end)).orElseGet(() -> body(status)))
                .or(() -> decided(key).map(decided -> remembered(key, decided)))
                .orElseThrow(() -> new ProblemException(
                        Problem.of(ProblemType.UNKNOWN_REQUEST, "id: no request of this account is remembered by it")));
    }

    private Optional<RequestStatus> here(RequestKey key) {
        return guard.gateway().requests().find(key);
    }

    /** How it ended by an engine's word, when it should have and it is not known here; empty, too, when no engine can tell. */
    private Optional<AccountReport.Decided> ended(RequestStatus status) {
        if (!status.mayHaveEnded(Instant.now())) {
            return Optional.empty();
        }
        try {
            return decided(status.key()).filter(each -> RequestState.valueOf(RequestPage.state(each))
                    .isFinal());
        } catch (ProblemException e) {
            return Optional.empty();
        }
    }

    private Optional<AccountReport.Decided> decided(RequestKey key) {
        return guard.report(key.account()).state().decided().stream()
                .filter(each -> each.request().equals(key.id().value()))
                .findFirst();
    }

    private RequestBody remembered(RequestKey key, AccountReport.Decided decided) {
        Remembered asked = new Remembered(key, told(decided), DecisionStatus.valueOf(decided.status()), decided.at());
        return guard.gateway()
                .pastRequests()
                .find(asked)
                .map(status -> body(status).in(RequestState.valueOf(RequestPage.state(decided))))
                .orElseGet(() -> RequestBody.of(decided));
    }

    /** What the topics tell of it: what look-ups showed stands nowhere near its decision. */
    private static RequestState told(AccountReport.Decided decided) {
        String outcome = decided.outcome();
        return outcome == null
                ? RequestState.valueOf(decided.status())
                : RequestState.of(OutcomeClass.valueOf(outcome));
    }

    private RequestBody body(RequestStatus status) {
        Gateway gateway = guard.gateway();
        return RequestBody.of(
                status,
                gateway.answers().binanceAnswer(status),
                gateway.questions().confirmBefore(status));
    }

    private static RequestId requestId(String text) {
        try {
            return new RequestId(text);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(Problem.of(ProblemType.UNKNOWN_REQUEST, "id: " + e.getMessage()));
        }
    }
}
