package io.countersign.gateway;

import io.countersign.gateway.answer.Problem;
import io.countersign.gateway.answer.ProblemType;
import io.countersign.gateway.answer.Reply;
import io.countersign.gateway.gate.Gatekeeper;
import io.countersign.gateway.gate.TurnedAway;
import io.countersign.gateway.intake.MirroredApi;
import io.countersign.reading.ReceivedRequest;
import io.countersign.wire.message.Octets;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jboss.logging.Logger;

/**
 * The mirrored API on Vert.x itself and not on JAX-RS, which would decode and encode the octets again. Everything that is not the
 * gateway's own is taken here, so that no path escapes the strict reading.
 */
@Singleton
public class ProxyRoutes {

    /** Before anything that reads a body or normalises a path. */
    private static final int FIRST = -1_000_000;

    private static final Logger LOG = Logger.getLogger(ProxyRoutes.class);

    /** For those who are told that the wait is over. */
    private static final Duration LAST_WORDS = Duration.ofSeconds(2);

    private static final String HEALTH = "/q/health";
    private static final List<String> OWN = List.of("/v1/", "/q/");

    private final GatewayRole role;
    private final Gatekeeper gatekeeper;
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean stopping;

    public ProxyRoutes(GatewayRole role, Gatekeeper gatekeeper) {
        this.role = role;
        this.gatekeeper = gatekeeper;
    }

    void register(@Observes Router router) {
        if (role.isOn()) {
            router.route().order(FIRST).handler(this::handle);
        }
    }

    /**
     * Answers whatever is under way before anything else ends: on a connection that closes without an answer, clients send a signed
     * withdrawal again. Whoever still waits for Binance after a while is told where to look.
     */
    void drain(@Observes ShutdownDelayInitiatedEvent event) {
        stopping = true;
        role.gateway().ifPresent(gateway -> {
            MirroredApi api = gateway.mirroredApi();
            if (!api.awaitNone(gateway.drain())) {
                workers.shutdownNow();
                if (!api.awaitNone(LAST_WORDS)) {
                    LOG.warn("requests were not answered at the end");
                }
            }
        });
    }

    private void handle(RoutingContext routing) {
        HttpServerRequest request = routing.request();
        if (TurnedAway.isEnd(request)) {
            request.connection().close();
            return;
        }
        Optional<Reply> turnedAway = TurnedAway.reply(request);
        if (turnedAway.isPresent()) {
            write(request, turnedAway.get(), true);
            return;
        }
        String target = request.uri();
        if (!gatekeeper.isPosted() && !target.startsWith(HEALTH)) {
            write(request, notStarted(), true);
            return;
        }
        if (OWN.stream().anyMatch(target::startsWith)) {
            routing.next();
            return;
        }
        mirror(request);
    }

    private void mirror(HttpServerRequest request) {
        int length = bodyLength(request);
        long octets = (long) request.uri().length() + length;
        Optional<MirroredApi> started = role.gateway().map(Gateway::mirroredApi);
        if (started.isEmpty()) {
            write(request, notStarted(), true);
            return;
        }
        if (stopping) {
            write(request, isStopping(), true);
            return;
        }
        MirroredApi api = started.get();
        if (!api.enter(octets)) {
            write(request, tooMany(), true);
            return;
        }
        Context context = Vertx.currentContext();
        if (length == 0) {
            answer(new Exchange(context, api, request, octets), Buffer.buffer());
            return;
        }
        Future<Buffer> whole = request.body();
        // Quarkus hands requests over paused, and waiting for the body alone does not let it flow.
        request.resume();
        whole.onSuccess(body -> answer(new Exchange(context, api, request, octets), body))
                .onFailure(broken -> api.leave(octets));
    }

    /** The gate lets nothing else past than plain digits, and the body comes whole. */
    private static int bodyLength(HttpServerRequest request) {
        return Optional.ofNullable(request.getHeader("Content-Length"))
                .map(Integer::parseInt)
                .orElse(0);
    }

    private void answer(Exchange exchange, Buffer body) {
        HttpServerRequest request = exchange.request();
        List<ReceivedRequest.Header> headers = request.headers().entries().stream()
                .map(header -> new ReceivedRequest.Header(header.getKey(), header.getValue()))
                .toList();
        ReceivedRequest received =
                new ReceivedRequest(request.method().name(), request.uri(), headers, Octets.of(body.getBytes()));
        workers.execute(() -> {
            Reply reply = exchange.api().answer(received);
            exchange.context().runOnContext(ignored -> {
                write(request, reply, stopping);
                exchange.api().leave(exchange.octets());
            });
        });
    }

    private static void write(HttpServerRequest request, Reply reply, boolean close) {
        HttpServerResponse response = request.response();
        if (response.closed() || response.ended()) {
            return;
        }
        response.setStatusCode(reply.status());
        reply.headers().forEach(header -> response.headers().add(header.name(), header.value()));
        if (close) {
            // What is refused unread cannot be taken for another request, and nobody sends one more to a gateway that
            // stops.
            response.putHeader("Connection", "close");
        }
        BodyWriter.end(response, reply);
    }

    private static Reply tooMany() {
        return Problem.of(
                        ProblemType.TOO_MANY_REQUESTS,
                        "too many requests are under way; nothing was done, send it again")
                .with("Retry-After", "1")
                .toReply();
    }

    private static Reply notStarted() {
        return Problem.of(ProblemType.LOG_UNAVAILABLE, "the gateway is starting; nothing was done, send it again")
                .with("Retry-After", "1")
                .toReply();
    }

    private static Reply isStopping() {
        return Problem.of(ProblemType.LOG_UNAVAILABLE, "the gateway is stopping; nothing was done, send it again")
                .with("Retry-After", "1")
                .toReply();
    }

    /** One request on its way to its answer. */
    private record Exchange(Context context, MirroredApi api, HttpServerRequest request, long octets) {}
}
