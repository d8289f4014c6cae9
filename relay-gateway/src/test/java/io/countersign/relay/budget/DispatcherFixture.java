package io.countersign.relay.budget;

import static io.countersign.relay.testing.Approvals.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.domain.id.AccountId;
import io.countersign.domain.request.Endpoint;
import io.countersign.domain.request.RequestFacts;
import io.countersign.reading.EndpointCatalogue;
import io.countersign.relay.clearance.ClearedRequest;
import io.countersign.relay.egress.Attempt;
import io.countersign.relay.egress.BinanceClock;
import io.countersign.relay.egress.Departure;
import io.countersign.relay.egress.Egress;
import io.countersign.relay.egress.Sender;
import io.countersign.relay.telemetry.RelayMetrics;
import io.countersign.relay.testing.Approvals;
import io.countersign.relay.testing.SteppedClock;
import io.countersign.wire.message.Octets;
import io.countersign.wire.seal.WireAnswer;
import io.countersign.wire.seal.WireRequest;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** A dispatcher whose Binance answers when the test says so. The target of a request names its account. */
final class DispatcherFixture {

    static final int OF_ACCOUNT = 6;
    static final int READS = 14;
    static final int WAITING = 10;
    static final int WAITING_OF_ACCOUNT = 3;
    static final Duration FIREWALL = Duration.ofMinutes(5);

    private final SteppedClock clock = new SteppedClock(NOON);
    private final BinanceClock binance = new BinanceClock(clock);
    private final List<Sent> sent = new ArrayList<>();
    private final AtomicInteger places = new AtomicInteger();
    private final Tariff tariff = new Tariff(EndpointCatalogue.load());
    private final Valve valve;
    private final Dispatcher dispatcher;
    private final Lookups lookups;
    private final Probe probe;

    DispatcherFixture() {
        this(new Places.Bounds(OF_ACCOUNT, READS, WAITING, WAITING_OF_ACCOUNT));
    }

    DispatcherFixture(Places.Bounds bounds) {
        binance.correct(Duration.ZERO);
        RelayMetrics metrics = new RelayMetrics(new SimpleMeterRegistry());
        valve = new Valve(
                new Budgets(new WeightLimits(6_000, 12_000, 180_000, 1, 90, 10)),
                new Breaker(FIREWALL, 5),
                binance,
                metrics,
                FIREWALL);
        Egress egress = this::send;
        lookups = new Lookups(egress, tariff, valve);
        probe = new Probe(lookups, valve, binance);
        dispatcher = new Dispatcher(
                new Dispatcher.Ways(new Sender(egress, binance), tariff, valve, binance, metrics),
                new Places(bounds),
                Duration.ofSeconds(2));
        probe(200);
        sent.clear();
    }

    /** A request that left, and its answer to be. */
    record Sent(String account, Instant at, CompletableFuture<Attempt> attempt) {

        void answer(int status) {
            attempt.complete(new Attempt.Answered(at, status, List.of(), Octets.EMPTY));
        }

        void answer(int status, String retryAfter) {
            attempt.complete(new Attempt.Answered(
                    at, status, List.of(new WireAnswer.Header("retry-after", retryAfter)), Octets.EMPTY));
        }
    }

    /** A request that was handed to the dispatcher. */
    record Handed(CompletableFuture<Attempt> attempt) {

        boolean isDone() {
            return attempt.isDone();
        }

        Attempt join() {
            assertThat(attempt).isCompleted();
            return attempt.join();
        }
    }

    Dispatcher dispatcher() {
        return dispatcher;
    }

    SteppedClock clock() {
        return clock;
    }

    List<Sent> sent() {
        return sent;
    }

    /** How many requests have no answer yet. */
    int places() {
        return places.get();
    }

    void pass(Duration time) {
        clock.advance(time);
    }

    void answerAll(int status) {
        List.copyOf(sent).forEach(each -> each.answer(status));
    }

    Handed read(String account, String path, Duration life) {
        return dispatch(account, new Endpoint("GET", path), false, life);
    }

    Handed withdraw(String account, Duration life) {
        return dispatch(account, Approvals.WITHDRAW, true, life);
    }

    /** Lets one request of the account "greedy" meet a 429. */
    void pauseBinance(String path, int seconds) {
        read("greedy", path, Duration.ofSeconds(5));
        sent.getLast().answer(429, Integer.toString(seconds));
    }

    /** Waits until it is time to look at Binance's clock, which is answered so. */
    void probe(int status) {
        int before = sent.size();
        probe.turn();
        if (sent.size() == before) {
            pass(Duration.ofSeconds(1));
            probe.turn();
        }
        sent.get(before).answer(status);
        sent.remove(before);
    }

    Attempt lookUp(String path) {
        return startLookUp(path).join();
    }

    CompletableFuture<Attempt> startLookUp(String path) {
        return lookups.exchange(
                new WireRequest("GET", path, null, "", Octets.EMPTY),
                Duration.ofSeconds(2),
                () -> new Departure.Go(clock.instant()));
    }

    Valve valve() {
        return valve;
    }

    Charge charge(ClearedRequest request) {
        return tariff.of(request.facts());
    }

    private Handed dispatch(String account, Endpoint endpoint, boolean movesFunds, Duration life) {
        return dispatch(cleared(account, endpoint, movesFunds, life));
    }

    Handed dispatch(ClearedRequest request) {
        places.incrementAndGet();
        CompletableFuture<Attempt> attempt = dispatcher.dispatch(request);
        CompletableFuture<Void> ignored = attempt.thenRun(places::decrementAndGet);
        return new Handed(attempt);
    }

    ClearedRequest cleared(String account, Endpoint endpoint, boolean movesFunds, Duration life) {
        RequestFacts like = Approvals.facts(clock.instant().plus(life));
        RequestFacts facts = new RequestFacts(
                like.id(),
                new AccountId(account),
                like.connection(),
                endpoint,
                movesFunds,
                movesFunds ? like.transfer() : null,
                null,
                null,
                like.digest(),
                like.deadline(),
                like.receivedAt());
        WireRequest wire = new WireRequest(endpoint.method(), account, null, "key", Octets.EMPTY);
        return new ClearedRequest(facts, wire, null, facts.deadline());
    }

    /** Time passes, and it is looked whether a look at Binance's clock is due. */
    void turnProbe(Duration time) {
        pass(time);
        probe.turn();
    }

    private CompletableFuture<Attempt> send(WireRequest wire, Duration opening, Supplier<Departure> lastWord) {
        Instant at = lastWord.get() instanceof Departure.Go go ? go.at() : clock.instant();
        Sent leaving = new Sent(wire.target(), at, new CompletableFuture<>());
        sent.add(leaving);
        return leaving.attempt();
    }
}
