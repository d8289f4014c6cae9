package io.countersign.gateway.intake;

import com.google.crypto.tink.HybridEncrypt;
import io.countersign.domain.id.ConnectionId;
import io.countersign.domain.money.Price;
import io.countersign.domain.request.RequestFacts;
import io.countersign.domain.request.Transfer;
import io.countersign.gateway.answer.Preferences;
import io.countersign.gateway.answer.Problem;
import io.countersign.gateway.answer.ProblemType;
import io.countersign.gateway.answer.Reply;
import io.countersign.gateway.config.BinanceClock;
import io.countersign.gateway.config.GatewayConfig;
import io.countersign.gateway.config.GatewayKeys;
import io.countersign.gateway.identity.Caller;
import io.countersign.gateway.log.CommandLog;
import io.countersign.gateway.view.ReferenceView;
import io.countersign.gateway.view.RequestKey;
import io.countersign.gateway.view.RequestState;
import io.countersign.gateway.view.RequestStatus;
import io.countersign.gateway.view.RequestView;
import io.countersign.reading.Reading;
import io.countersign.reading.RequestNaming;
import io.countersign.wire.message.Octets;
import io.countersign.wire.message.RequestMessage;
import io.countersign.wire.seal.SealedRequests;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/** The way of one understood request: named, joined to its twin or put on the log, and answered. Blocks. */
final class Intake {

    private final GatewayConfig config;
    private final GatewayKeys keys;
    private final BinanceClock clock;
    private final CommandLog log;
    private final Views views;
    private final Admission admission;
    private final Answers answers;

    /** Requests on their way to the log: a twin waits for the same acknowledgement. */
    private final ConcurrentMap<RequestKey, CompletableFuture<Boolean>> appending = new ConcurrentHashMap<>();

    /** What the intake knows by the log, and whom it asks. */
    record Views(RequestView requests, ReferenceView reference, Admission admission, Answers answers) {}

    Intake(GatewayConfig config, GatewayKeys keys, BinanceClock clock, CommandLog log, Views views) {
        this.config = config;
        this.keys = keys;
        this.clock = clock;
        this.log = log;
        this.views = views;
        this.admission = views.admission();
        this.answers = views.answers();
    }

    /** Answers with the outcome, or with where to ask when the caller does not want to wait for it. */
    Reply submit(Caller caller, Reading.Understood request, Preferences preferences) {
        RequestKey key = new RequestKey(caller.account(), RequestNaming.name(request));
        Instant now = clock.now();
        if (views.requests().find(key).isEmpty()) {
            Optional<Problem> refused = enter(key, request, now);
            if (refused.isPresent()) {
                return refused.get().toReply();
            }
        }
        Duration longest = Duration.between(now, request.window().lapsesAt())
                .plus(config.waiting().grace());
        Duration patience = preferences.patience(longest);
        Optional<RequestStatus> settled =
                patience.isZero() ? Optional.empty() : views.requests().await(key, patience);
        return settled.map(answers::settled).orElseGet(() -> unsettled(key, preferences, longest));
    }

    private Reply unsettled(RequestKey key, Preferences preferences, Duration longest) {
        if (!preferences.respondAsync()) {
            return answers.notYet(key.id(), preferences.applied(longest)).toReply();
        }
        RequestState state =
                views.requests().find(key).map(RequestStatus::state).orElse(RequestState.RECEIVED);
        return answers.accepted(key.id(), state, preferences.applied(longest));
    }

    /** Puts a new request on the log, once however many ask; empty when it is there. */
    private Optional<Problem> enter(RequestKey key, Reading.Understood request, Instant now) {
        ConnectionId connection = keys.fingerprints().of(request.wire().apiKey());
        Optional<Problem> refused = admission.refusal(key.account(), connection, request, now);
        if (refused.isPresent()) {
            return refused;
        }
        CompletableFuture<Boolean> mine = new CompletableFuture<>();
        CompletableFuture<Boolean> theirs = appending.putIfAbsent(key, mine);
        if (theirs != null) {
            return theirs.join() ? Optional.empty() : Optional.of(unavailable(key));
        }
        try {
            boolean there = views.requests().find(key).isPresent() || append(key, request, now);
            mine.complete(there);
            return there ? Optional.empty() : Optional.of(unavailable(key));
        } finally {
            mine.complete(false);
            appending.remove(key, mine);
        }
    }

    private boolean append(RequestKey key, Reading.Understood request, Instant now) {
        Octets encoded = SealedRequests.encode(request.wire());
        ConnectionId connection = keys.fingerprints().of(request.wire().apiKey());
        RequestFacts facts = new RequestFacts(
                key.id(),
                key.account(),
                connection,
                request.endpoint().endpoint(),
                request.endpoint().movesFunds(),
                request.transfer(),
                price(request.transfer(), now),
                RequestNaming.intent(request),
                SealedRequests.digest(encoded),
                request.window().lapsesAt().minus(config.waiting().margin()),
                now);
        HybridEncrypt toRelay = keys.toRelay();
        Octets sealed = SealedRequests.seal(toRelay, key.account(), key.id(), encoded);
        if (!log.append(new RequestMessage(facts, sealed))) {
            return false;
        }
        views.requests().received(key, facts.endpoint(), now);
        return true;
    }

    /** Null when it is not known now; the engine refuses such a transfer and says so. */
    private @Nullable Price price(@Nullable Transfer transfer, Instant now) {
        if (transfer == null) {
            return null;
        }
        return views.reference()
                .price(transfer.amount().asset(), now, config.priceMaxAge())
                .orElse(null);
    }

    private static Problem unavailable(RequestKey key) {
        return Problem.of(
                        ProblemType.LOG_UNAVAILABLE,
                        "the log did not acknowledge the request in time, and may still take it; send the same signed request again,"
                                + " it is never executed twice")
                .about(key.id())
                .with("Retry-After", "1");
    }
}
