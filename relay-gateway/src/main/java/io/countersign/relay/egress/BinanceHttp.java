package io.countersign.relay.egress;

import io.countersign.wire.seal.WireRequest;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.core.net.ProxyOptions;
import io.vertx.core.net.ProxyType;
import io.vertx.core.tracing.TracingPolicy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * HTTP/1.1 to Binance: one attempt, no redirect, no header of its own but Host and User-Agent. Not {@code java.net.http}, which
 * may send a GET again by itself and does not take a target as it is.
 */
public final class BinanceHttp implements Egress, AutoCloseable {

    private static final String USER_AGENT = "countersign";

    /** Shorter than a server's patience: a connection that it closes just as we send costs an unknown outcome. */
    private static final int IDLE_CONNECTION_SECONDS = 10;

    private final Vertx vertx;
    private final EgressLimits limits;
    private final HttpClient client;

    public BinanceHttp(Vertx vertx, BinanceWay way, EgressLimits limits) {
        this.vertx = vertx;
        this.limits = limits;
        BinanceAddress binance = way.address();
        HttpClientOptions options = new HttpClientOptions()
                .setProtocolVersion(HttpVersion.HTTP_1_1)
                .setSsl(binance.tls())
                .setVerifyHost(true)
                .setDefaultHost(binance.host())
                .setDefaultPort(binance.port())
                .setConnectTimeout(Math.toIntExact(limits.connect().toMillis()))
                .setSslHandshakeTimeout(limits.connect().toMillis())
                .setSslHandshakeTimeoutUnit(TimeUnit.MILLISECONDS)
                .setKeepAlive(true)
                .setKeepAliveTimeout(IDLE_CONNECTION_SECONDS)
                .setPipelining(false)
                .setDecompressionSupported(false)
                .setTracingPolicy(TracingPolicy.IGNORE);
        Path trusted = way.trusted();
        if (trusted != null) {
            options.setTrustOptions(new PemTrustOptions().addCertPath(trusted.toString()));
        }
        BinanceWay.Proxy proxy = way.proxy();
        if (proxy != null) {
            options.setProxyOptions(new ProxyOptions()
                    .setType(ProxyType.HTTP)
                    .setHost(proxy.host())
                    .setPort(proxy.port())
                    .setConnectTimeout(limits.connect()));
        }
        this.client = vertx.createHttpClient(options, new PoolOptions().setHttp1MaxSize(limits.connections()));
    }

    @Override
    public CompletableFuture<Attempt> exchange(WireRequest wire, Duration opening, Supplier<Departure> lastWord) {
        CompletableFuture<Attempt> attempt = new CompletableFuture<>();
        RequestOptions options;
        try {
            options = options(wire).setConnectTimeout(patience(opening));
        } catch (IllegalArgumentException e) {
            attempt.complete(new Attempt.NotSent("it cannot go over the wire as it is"));
            return attempt;
        }
        client.request(options).onComplete(opened -> {
            if (opened.succeeded()) {
                depart(opened.result(), wire, lastWord.get(), attempt);
            } else {
                attempt.complete(new Attempt.NotSent("no connection to Binance could be opened in time"));
            }
        });
        return attempt;
    }

    private void depart(
            HttpClientRequest request, WireRequest wire, Departure lastWord, CompletableFuture<Attempt> attempt) {
        switch (lastWord) {
            case Departure.Go go -> new Exchange(vertx, limits, request, go.at(), attempt).run(wire.body());
            case Departure.Stay stay -> {
                attempt.complete(new Attempt.NotSent(stay.reason()));
                request.exceptionHandler(reset -> {
                    // Of our own making: without this Vert.x would log it as an error.
                });
                request.reset();
            }
        }
    }

    /** From the wish for a connection to one that is there: a place in the pool, a proxy's yes and a handshake are in it. */
    private long patience(Duration opening) {
        Duration longest = opening.compareTo(limits.connect()) < 0 ? opening : limits.connect();
        return Math.max(1, longest.toMillis());
    }

    private static RequestOptions options(WireRequest wire) {
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.valueOf(wire.method()))
                .setURI(wire.target())
                .setFollowRedirects(false)
                .putHeader("User-Agent", USER_AGENT);
        if (!wire.apiKey().isEmpty()) {
            options.putHeader("X-MBX-APIKEY", wire.apiKey());
        }
        String contentType = wire.contentType();
        if (contentType != null) {
            options.putHeader("Content-Type", contentType);
        }
        if (wire.body().length() > 0 || !wire.method().equals("GET")) {
            options.putHeader("Content-Length", Integer.toString(wire.body().length()));
        }
        return options;
    }

    @Override
    public void close() {
        client.close();
    }
}
