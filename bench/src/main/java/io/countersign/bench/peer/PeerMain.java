package io.countersign.bench.peer;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.countersign.reading.EndpointCatalogue;
import io.countersign.reading.ReceivedRequest;
import io.countersign.reading.StrictReader;
import io.countersign.relay.egress.BinanceAddress;
import io.countersign.relay.egress.BinanceHttp;
import io.countersign.relay.egress.BinanceWay;
import io.countersign.relay.egress.EgressLimits;
import io.countersign.relay.outcome.ErrorCodes;
import io.countersign.relay.outcome.OutcomeClassifier;
import io.countersign.sandbox.settings.Ports;
import io.countersign.wire.message.Octets;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.sql.DataSource;

/**
 * What a team would build otherwise: one process that takes a signed withdrawal over HTTP, holds it to the limits in PostgreSQL, sends
 * it to Binance and answers. It reads, verifies and sends with the gateway's and the relay's own classes, so that what differs is how
 * the limits are kept.
 */
public final class PeerMain {

    private static final int INTERNAL_ERROR = 500;

    /** The relay's. */
    private static final EgressLimits OUT =
            new EgressLimits(256, Duration.ofSeconds(2), Duration.ofSeconds(11), 2_097_152);

    private final PeerProxy proxy;
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();

    private PeerMain(PeerProxy proxy) {
        this.proxy = proxy;
    }

    /** Argument: the file of settings. */
    public static void main(String[] arguments) throws SQLException {
        PeerSettings settings = PeerSettings.read(Path.of(arguments[0]));
        Vertx vertx = Vertx.vertx();
        Ledger ledger = new Ledger(pool(settings));
        ledger.giveUpTheUntold();
        PeerProxy.Parts parts = new PeerProxy.Parts(
                new StrictReader(EndpointCatalogue.load(), Set.of(Ports.HOST)),
                new BinanceHttp(vertx, new BinanceWay(BinanceAddress.of(settings.binance()), null, null), OUT),
                new OutcomeClassifier(ErrorCodes.load()));
        PeerMain peer = new PeerMain(new PeerProxy(parts, new Tokens(settings.issuerKeys()), ledger));
        vertx.createHttpServer(new HttpServerOptions().setHost(Ports.HOST).setPort(settings.port()))
                .requestHandler(peer::handle)
                .listen()
                .onFailure(failure -> {
                    System.err.println("peer: " + failure.getMessage());
                    System.exit(1);
                });
    }

    private static DataSource pool(PeerSettings settings) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(settings.database());
        config.setUsername(Postgres.USER);
        config.setPassword(settings.password());
        config.setAutoCommit(false);
        config.setMaximumPoolSize(settings.connections());
        return new HikariDataSource(config);
    }

    private void handle(HttpServerRequest request) {
        if (request.path().equals("/ready")) {
            request.response().end();
            return;
        }
        Context context = Vertx.currentContext();
        request.body()
                .onSuccess(body -> workers.execute(() -> {
                    PeerAnswer answer = answer(request, body);
                    context.runOnContext(ignored -> request.response()
                            .setStatusCode(answer.status())
                            .putHeader("Content-Type", "application/json")
                            .end(Buffer.buffer(answer.body().toBytes())));
                }));
    }

    private PeerAnswer answer(HttpServerRequest request, Buffer body) {
        List<ReceivedRequest.Header> headers = request.headers().entries().stream()
                .map(header -> new ReceivedRequest.Header(header.getKey(), header.getValue()))
                .toList();
        try {
            return proxy.answer(
                    new ReceivedRequest(request.method().name(), request.uri(), headers, Octets.of(body.getBytes())));
        } catch (RuntimeException e) {
            // Otherwise the caller would wait for ever.
            System.err.println("peer: " + e);
            return PeerAnswer.refusal(INTERNAL_ERROR, "something broke");
        }
    }
}
