package io.countersign.relay;

import io.countersign.reading.CatalogueEndpoint.WeightScope;
import io.countersign.reading.EndpointCatalogue;
import io.countersign.relay.budget.Breaker;
import io.countersign.relay.budget.Budgets;
import io.countersign.relay.budget.Dispatcher;
import io.countersign.relay.budget.Lookups;
import io.countersign.relay.budget.Places;
import io.countersign.relay.budget.Probe;
import io.countersign.relay.budget.Tariff;
import io.countersign.relay.budget.Valve;
import io.countersign.relay.budget.WeightLimits;
import io.countersign.relay.config.RelayConfig;
import io.countersign.relay.egress.BinanceClock;
import io.countersign.relay.egress.BinanceHttp;
import io.countersign.relay.egress.BinanceWay;
import io.countersign.relay.egress.EgressLimits;
import io.countersign.relay.egress.Sender;
import io.countersign.relay.telemetry.RelayMetrics;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** The way out to Binance, with everything that keeps it within Binance's limits. */
final class Outlet implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Outlet.class);
    private static final int EVENT_LOOPS = 2;
    private static final long TURN_MILLIS = 20;

    private final Vertx vertx;
    private final Breaker breaker;
    private final Lookups lookups;
    private final Lookups bulkLookups;
    private final Dispatcher dispatcher;
    private final Probe probe;
    private final Runnable onFailure;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("relay-dispatcher").daemon().factory());

    Outlet(
            RelayConfig config,
            EndpointCatalogue catalogue,
            BinanceClock clock,
            RelayMetrics metrics,
            Runnable onFailure) {
        this.onFailure = onFailure;
        BinanceWay way = BinanceWay.of(config);
        Tariff tariff = new Tariff(catalogue);
        Budgets budgets = new Budgets(WeightLimits.of(config.weights()));
        vertx = Vertx.vertx(ownVertx());
        breaker = new Breaker(config.firewallPause(), config.toleratedLimits());
        Valve valve = new Valve(budgets, breaker, clock, metrics, config.firewallPause());
        lookups = new Lookups(new BinanceHttp(vertx, way, EgressLimits.forReferenceData(config)), tariff, valve);
        bulkLookups = new Lookups(new BinanceHttp(vertx, way, EgressLimits.forExchangeInfo(config)), tariff, valve);
        probe = new Probe(lookups, valve, clock);
        Sender sender = new Sender(new BinanceHttp(vertx, way, EgressLimits.forRequests(config)), clock);
        dispatcher = new Dispatcher(
                new Dispatcher.Ways(sender, tariff, valve, clock, metrics),
                new Places(places(config)),
                config.waiting().longest());
        metrics.watchBreaker(() -> breaker.state(clock.ours()).number(), () -> breaker.left(clock.ours())
                .toSeconds());
        for (WeightScope scope : WeightScope.values()) {
            metrics.watchWeight(scope.name().toLowerCase(Locale.ROOT), () -> budgets.mostUsed(scope));
        }
    }

    /** For the longest answer of all, which must not hold up the others. */
    Lookups bulkLookups() {
        return bulkLookups;
    }

    Lookups lookups() {
        return lookups;
    }

    Dispatcher dispatcher() {
        return dispatcher;
    }

    Breaker breaker() {
        return breaker;
    }

    /** From here on what waits gets its turn. */
    void start() {
        ScheduledFuture<?> ignored =
                timer.scheduleWithFixedDelay(this::turn, TURN_MILLIS, TURN_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Nothing waits from here on, so that what is left ends soon. */
    void stopWaiting() {
        dispatcher.stopWaiting();
    }

    @Override
    public void close() {
        timer.shutdownNow();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private void turn() {
        try {
            dispatcher.turn();
            probe.turn();
        } catch (RuntimeException e) {
            LOG.error("relay stopped: what waits for Binance's limits cannot be served", e);
            onFailure.run();
            throw e;
        }
    }

    /** Half of all places are for what moves funds. */
    private static Places.Bounds places(RelayConfig config) {
        return new Places.Bounds(
                config.maxInFlightPerAccount(),
                Math.max(1, config.maxInFlight() / 2),
                config.waiting().requests(),
                config.waiting().ofAccount());
    }

    /** Apart from the gateway's, so that neither role waits for the other; without its cache of class path files. */
    private static VertxOptions ownVertx() {
        return new VertxOptions()
                .setEventLoopPoolSize(EVENT_LOOPS)
                .setWorkerPoolSize(1)
                .setInternalBlockingPoolSize(1)
                .setFileSystemOptions(new FileSystemOptions()
                        .setClassPathResolvingEnabled(false)
                        .setFileCachingEnabled(false));
    }
}
