package io.countersign.gateway;

import io.countersign.gateway.answer.Problem;
import io.countersign.gateway.answer.ProblemType;
import io.countersign.gateway.answer.Reply;
import io.countersign.gateway.intake.MirroredApi;
import io.countersign.reading.ReceivedRequest;
import io.countersign.wire.message.Octets;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * The mirrored API on Vert.x itself and not on JAX-RS, which would decode and encode the octets again. Everything that is not the
 * gateway's own is taken here, so that no path escapes the strict reading.
 */
@Singleton
public class ProxyRoutes {

    /** Before anything that reads a body or normalises a path. */
    private static final int FIRST = -1_000_000;

    private static final int LARGEST_BODY = 16 * 1024;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Pattern LENGTH = Pattern.compile("[0-9]{1,6}");
    private static final List<String> OWN = List.of("/v1/", "/q/");

    private final GatewayRole role;
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();

    public ProxyRoutes(GatewayRole role) {
        this.role = role;
    }

    void register(@Observes Router router) {
        if (role.isOn()) {
            router.route().order(FIRST).handler(this::handle);
        }
    }

    private void handle(RoutingContext routing) {
        HttpServerRequest request = routing.request();
        String target = request.uri();
        if (OWN.stream().anyMatch(target::startsWith)) {
            routing.next();
            return;
        }
        long length = bodyLength(request);
        long octets = target.length() + Math.max(0, length);
        Optional<MirroredApi> started = role.gateway().map(Gateway::mirroredApi);
        if (started.isEmpty()) {
            write(request, notStarted(), true);
            return;
        }
        MirroredApi api = started.get();
        if (!api.enter(octets)) {
            write(request, tooMany(), true);
            return;
        }
        Context context = Vertx.currentContext();
        if (length <= 0) {
            answer(new Exchange(context, api, request, octets), Buffer.buffer());
            return;
        }
        Future<Buffer> whole = request.body().timeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        // Quarkus hands requests over paused, and waiting for the body alone does not let it flow.
        request.resume();
        whole.onSuccess(body -> answer(new Exchange(context, api, request, octets), body))
                .onFailure(broken -> {
                    api.leave(octets);
                    write(request, incomplete(), true);
                });
    }

    /** Octets of the body that will be read; -1 when it is not read because the request will be refused unread. */
    private static long bodyLength(HttpServerRequest request) {
        if (request.headers().contains("Transfer-Encoding")) {
            return -1;
        }
        String length = request.getHeader("Content-Length");
        if (length == null) {
            return 0;
        }
        long octets = LENGTH.matcher(length).matches() ? Long.parseLong(length) : -1;
        return octets > LARGEST_BODY ? -1 : octets;
    }

    private void answer(Exchange exchange, Buffer body) {
        HttpServerRequest request = exchange.request();
        List<ReceivedRequest.Header> headers = request.headers().entries().stream()
                .map(header -> new ReceivedRequest.Header(header.getKey(), header.getValue()))
                .toList();
        ReceivedRequest received =
                new ReceivedRequest(request.method().name(), request.uri(), headers, Octets.of(body.getBytes()));
        boolean unread = bodyLength(request) < 0 || request.version() != HttpVersion.HTTP_1_1;
        workers.execute(() -> {
            Reply reply = exchange.api().answer(received);
            exchange.api().leave(exchange.octets());
            exchange.context().runOnContext(ignored -> write(request, reply, unread));
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
            // The rest of the request is not read, so that it cannot be taken for another one.
            response.putHeader("Connection", "close");
        }
        response.end(Buffer.buffer(reply.body().toBytes()));
    }

    /** Not 408, on which clients send a signed withdrawal again by themselves. */
    private static Reply incomplete() {
        return Problem.of(
                        ProblemType.INCOMPLETE_BODY,
                        "body: send as many octets as content-length says, within %d s".formatted(PATIENCE.toSeconds()))
                .toReply();
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

    /** One request on its way to its answer. */
    private record Exchange(Context context, MirroredApi api, HttpServerRequest request, long octets) {}
}
