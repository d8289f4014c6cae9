package io.countersign.bench.http;

import io.countersign.bench.load.Shot;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.PoolOptions;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntConsumer;

/** One address and the connections to it, which stay open. */
public final class HttpTarget implements AutoCloseable {

    private static final int CONNECTIONS = 64;

    private final HttpClient client;

    public HttpTarget(Vertx vertx, String address) {
        this(vertx, address, CONNECTIONS);
    }

    /** With so many connections at most. */
    public HttpTarget(Vertx vertx, String address, int connections) {
        URI uri = URI.create(address);
        this.client = vertx.createHttpClient(
                new HttpClientOptions()
                        .setDefaultHost(uri.getHost())
                        .setDefaultPort(uri.getPort())
                        .setKeepAlive(true),
                new PoolOptions().setHttp1MaxSize(connections));
    }

    /** A shot that is good when it is answered with {@code status}. */
    public Shot shot(PreparedRequest request, int status) {
        return shot(request, status, other -> {});
    }

    /** The same; {@code others} is told of each other status. */
    public Shot shot(PreparedRequest request, int status, IntConsumer others) {
        return () -> send(request).thenApply(answered -> {
            if (answered != status) {
                others.accept(answered);
            }
            return answered == status;
        });
    }

    private CompletableFuture<Integer> send(PreparedRequest prepared) {
        return client.request(prepared.method(), prepared.target())
                .compose(request -> fill(request, prepared).send(prepared.body()))
                .compose(answer -> answer.body().map(Buffer::length).map(answer.statusCode()))
                .toCompletionStage()
                .toCompletableFuture();
    }

    private static HttpClientRequest fill(HttpClientRequest request, PreparedRequest prepared) {
        prepared.headers().forEach(request::putHeader);
        return request;
    }

    @Override
    public void close() {
        client.close().toCompletionStage().toCompletableFuture().join();
    }
}
