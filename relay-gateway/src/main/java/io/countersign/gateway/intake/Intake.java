package io.countersign.gateway.intake;

import com.google.crypto.tink.HybridEncrypt;
import io.countersign.domain.id.ConnectionId;
import io.countersign.domain.money.Price;
import io.countersign.domain.request.RequestFacts;
import io.countersign.domain.request.Transfer;
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
    private final Answers answers;

    /** Requests on their way to the log: a twin waits for the same acknowledgement. */
    private final ConcurrentMap<RequestKey, CompletableFuture<Boolean>> appending = new ConcurrentHashMap<>();

    /** What the intake reads of the log. */
    record Views(RequestView requests, ReferenceView reference) {}

    Intake(GatewayConfig config, GatewayKeys keys, BinanceClock clock, CommandLog log, Views views) {
        this.config = config;
        this.keys = keys;
        this.clock = clock;
        this.log = log;
        this.views = views;
        this.answers = new Answers(keys.answers());
    }

    /** Answers with the outcome, or, when {@code async}, as soon as the request is on the log. */
    Reply submit(Caller caller, Reading.Understood request, boolean async) {
        RequestKey key = new RequestKey(caller.account(), RequestNaming.name(request));
        Instant now = clock.now();
        if (views.requests().find(key).isEmpty()) {
            Optional<Problem> refused = enter(key, request, now);
            if (refused.isPresent()) {
                return refused.get().toReply();
            }
        }
        if (async) {
            return answers.accepted(key.id());
        }
        Duration patience = Duration.between(now, request.window().lapsesAt())
                .plus(config.waiting().grace());
        Optional<RequestStatus> settled = views.requests().await(key, patience);
        return settled.map(answers::settled)
                .orElseGet(() -> answers.notYet(key.id()).toReply());
    }

    /** Puts a new request on the log, once however many ask; empty when it is there. */
    private Optional<Problem> enter(RequestKey key, Reading.Understood request, Instant now) {
        Optional<Problem> untimely = checkTime(request, now);
        if (untimely.isPresent()) {
            return untimely;
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

    private Optional<Problem> checkTime(Reading.Understood request, Instant now) {
        if (request.window().isAhead(now)) {
            return Optional.of(Problem.of(
                    ProblemType.TIMESTAMP_AHEAD,
                    "timestamp: it is a second or more ahead of Binance's clock; set yours"));
        }
        Duration left = Duration.between(now, request.window().lapsesAt());
        Duration margin = config.waiting().margin();
        if (left.isNegative()) {
            return Optional.of(Problem.of(
                    ProblemType.SIGNATURE_LAPSED,
                    "timestamp, recvWindow: the signature lapsed %d ms ago; sign again"
                            .formatted(left.negated().toMillis())));
        }
        if (left.compareTo(margin) <= 0) {
            return Optional.of(Problem.of(
                    ProblemType.SIGNATURE_LAPSED,
                    "timestamp, recvWindow: %d ms are left and the way to Binance needs %d; sign again with a longer recvWindow"
                            .formatted(left.toMillis(), margin.toMillis())));
        }
        return Optional.empty();
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
                        "the request could not be put on the log now; send the same signed request again, it is never executed"
                                + " twice")
                .about(key.id())
                .with("Retry-After", "1");
    }
}
