package io.countersign.bench.endtoend;

import io.countersign.sandbox.settings.Ports;
import io.countersign.sandbox.settings.SandboxException;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What plays Binance for the system and for its floor: notes when a signed request is there to its last octet, and answers at once. It
 * verifies nothing, as that would take longer than all that is measured. What nobody signed the sandbox's stand-in answers.
 */
public final class Sink implements AutoCloseable {

    private static final int BAD_GATEWAY = 502;
    private static final Buffer ANSWER = Buffer.buffer("{\"id\":\"7213fea8e94b4a5593d507237e5a555b\"}");

    private final HttpServer server;
    private final HttpClient standIn;
    private final Map<Mark, Long> arrivals = new ConcurrentHashMap<>();
    private final AtomicLong repeats = new AtomicLong();

    private Sink(Vertx vertx, URI standIn) {
        this.standIn = vertx.createHttpClient(
                new HttpClientOptions().setDefaultHost(standIn.getHost()).setDefaultPort(standIn.getPort()));
        this.server = vertx.createHttpServer(
                        new HttpServerOptions().setHost(Ports.HOST).setPort(0))
                .requestHandler(this::handle);
    }

    /** Returns when it listens; {@code standIn} need not run yet. */
    public static Sink start(Vertx vertx, String standIn) {
        Sink sink = new Sink(vertx, URI.create(standIn));
        sink.server.listen().toCompletionStage().toCompletableFuture().join();
        return sink;
    }

    /** Scheme, host and port. */
    public String address() {
        return "http://" + Ports.HOST + ":" + server.actualPort();
    }

    /** When a request was there, in nanoseconds of {@link System#nanoTime}. */
    OptionalLong arrived(Mark mark) {
        Long nanos = arrivals.get(mark);
        return nanos == null ? OptionalLong.empty() : OptionalLong.of(nanos);
    }

    /** Forgets what arrived. */
    void forget() {
        if (repeats.get() > 0) {
            throw new SandboxException("%d requests were sent twice".formatted(repeats.get()));
        }
        arrivals.clear();
    }

    @Override
    public void close() {
        server.close().toCompletionStage().toCompletableFuture().join();
        standIn.close().toCompletionStage().toCompletableFuture().join();
    }

    private void handle(HttpServerRequest request) {
        request.body().onSuccess(body -> {
            long now = System.nanoTime();
            Mark mark = Mark.of(request.uri(), body.toString(StandardCharsets.ISO_8859_1));
            if (!mark.isThere()) {
                pass(request);
                return;
            }
            if (arrivals.putIfAbsent(mark, now) != null) {
                repeats.incrementAndGet();
            }
            request.response()
                    .putHeader("Content-Type", "application/json;charset=UTF-8")
                    .end(ANSWER);
        });
    }

    private void pass(HttpServerRequest request) {
        standIn.request(request.method(), request.uri())
                .compose(HttpClientRequest::send)
                .compose(answer -> answer.body().compose(body -> request.response()
                        .setStatusCode(answer.statusCode())
                        .putHeader("Content-Type", "application/json;charset=UTF-8")
                        .end(body)))
                .onFailure(failure -> {
                    if (!request.response().headWritten()) {
                        request.response().setStatusCode(BAD_GATEWAY).end();
                    }
                });
    }
}
