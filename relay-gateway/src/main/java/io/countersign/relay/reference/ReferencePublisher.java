package io.countersign.relay.reference;

import io.countersign.domain.money.Asset;
import io.countersign.relay.egress.BinanceClock;
import io.countersign.wire.message.ReferenceMessage;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Looks up Binance's clock, prices and status again and again, and publishes them. Failing at it stops nothing else. */
public final class ReferencePublisher implements AutoCloseable {

    private static final int NORMAL = 0;

    private final PublicData data;
    private final BinanceClock clock;
    private final ReferenceTopic topic;
    private final Asset quote;
    private final Consumer<Boolean> maintenance;
    private final Failures failures = new Failures();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("relay-reference").daemon().factory());

    /** Tells {@code maintenance} whether Binance is under maintenance, each time that it says so. */
    public ReferencePublisher(
            PublicData data, BinanceClock clock, ReferenceTopic topic, Asset quote, Consumer<Boolean> maintenance) {
        this.data = data;
        this.clock = clock;
        this.topic = topic;
        this.quote = quote;
        this.maintenance = maintenance;
    }

    /** Looks once and returns; then again after every {@code interval}. */
    public void start(Duration interval) {
        refresh();
        ScheduledFuture<?> ignored = timer.scheduleWithFixedDelay(
                this::refresh, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }

    private void refresh() {
        publish("clock", this::measuredClock);
        publish("prices", () -> data.prices(quote));
        publish("system status", this::systemStatus);
    }

    private ReferenceMessage.Datum measuredClock() throws IOException, InterruptedException {
        clock.correct(data.clockOffset());
        // Whoever reads it has the time of day, which our own clock leaves when somebody sets it.
        return new ReferenceMessage.ClockOffset(clock.aheadOf(Instant.now()));
    }

    private ReferenceMessage.Datum systemStatus() throws IOException, InterruptedException {
        ReferenceMessage.SystemStatus status = data.systemStatus();
        maintenance.accept(status.status() != NORMAL);
        return status;
    }

    private void publish(String what, Lookup lookup) {
        boolean ignored = failures.run(what, () -> {
            ReferenceMessage.Datum datum = lookup.look();
            topic.tell(datum).get();
        });
    }

    /** One thing to look up. */
    private interface Lookup {

        ReferenceMessage.Datum look() throws IOException, InterruptedException;
    }
}
