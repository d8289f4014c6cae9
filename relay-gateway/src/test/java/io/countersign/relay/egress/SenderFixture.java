package io.countersign.relay.egress;

import static io.countersign.relay.testing.Approvals.NOON;
import static io.countersign.relay.testing.Approvals.facts;

import io.countersign.relay.clearance.ClearedRequest;
import io.countersign.wire.message.Octets;
import io.countersign.wire.seal.WireRequest;
import io.vertx.core.Vertx;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A sender to a server on this machine, and what it sends. */
final class SenderFixture implements AutoCloseable {

    /** A deadline that nothing here comes near. */
    static final Instant IN_TIME = NOON.plusSeconds(5);

    static final int LONGEST_ANSWER = 1000;
    static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}";
    static final WireRequest GET = new WireRequest("GET", "/api/v3/account?a=%2f%2F&b=~'", null, "KEY", Octets.EMPTY);
    static final WireRequest POST = new WireRequest(
            "POST",
            "/sapi/v1/capital/withdraw/apply?timestamp=1&signature=ab",
            "application/x-www-form-urlencoded",
            "KEY",
            octets("amount=1&name=%20+"));

    private static final Duration CONNECT = Duration.ofSeconds(1);
    private static final Duration RESPONSE = Duration.ofMillis(700);

    private final Vertx vertx = Vertx.vertx();
    private final BinanceClock clock = new BinanceClock(Clock.fixed(NOON, ZoneOffset.UTC));
    private final BinanceHttp http;

    /** One connection at a time; Binance's clock not measured yet. */
    private SenderFixture(BinanceWay way) {
        this(way, CONNECT);
    }

    private SenderFixture(BinanceWay way, Duration connect) {
        http = new BinanceHttp(vertx, way, new EgressLimits(1, connect, RESPONSE, LONGEST_ANSWER));
    }

    /** Waits for a connection for longer than any test lasts. */
    static SenderFixture patient(BinanceWay way) {
        SenderFixture fixture = new SenderFixture(way, Duration.ofMinutes(1));
        fixture.clock.correct(Duration.ZERO);
        return fixture;
    }

    /** On any way; at noon. */
    static SenderFixture on(BinanceWay way) {
        SenderFixture fixture = new SenderFixture(way);
        fixture.clock.correct(Duration.ZERO);
        return fixture;
    }

    static SenderFixture unmeasured(int port) {
        return new SenderFixture(plain(port));
    }

    /** Binance's clock shows {@code offset} more than ours, which shows noon. */
    static SenderFixture measured(int port, Duration offset) {
        SenderFixture fixture = new SenderFixture(plain(port));
        fixture.clock.correct(offset);
        return fixture;
    }

    /** One request to {@code server}, at noon. */
    static Attempt send(RawServer server, WireRequest wire) throws Exception {
        try (SenderFixture fixture = measured(server.port(), Duration.ZERO)) {
            return fixture.send(wire, IN_TIME);
        }
    }

    Attempt send(WireRequest wire, Instant latest) throws Exception {
        return start(wire, latest).get(5, TimeUnit.SECONDS);
    }

    CompletableFuture<Attempt> start(WireRequest wire, Instant latest) {
        return new Sender(http, clock).send(new ClearedRequest(facts(NOON), wire, null, latest));
    }

    static BinanceWay plain(int port) {
        return BinanceWay.straightTo(new BinanceAddress(false, "localhost", port));
    }

    static Octets octets(String text) {
        return Octets.of(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Override
    public void close() {
        http.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
