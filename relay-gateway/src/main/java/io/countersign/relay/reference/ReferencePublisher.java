package io.countersign.relay.reference;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.countersign.domain.money.Asset;
import io.countersign.relay.egress.BinanceClock;
import io.countersign.relay.egress.BinanceHttp;
import io.countersign.relay.kafka.RelayProducer;
import io.countersign.wire.message.ReferenceMessage;
import io.countersign.wire.topic.Topics;
import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Looks up Binance's clock, prices and status again and again, and publishes them. Failing at it stops nothing else. */
public final class ReferencePublisher implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(ReferencePublisher.class);

    private final PublicData data;
    private final BinanceClock clock;
    private final RelayProducer producer;
    private final Asset quote;
    private final Set<String> failing = new HashSet<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("relay-reference").daemon().factory());

    public ReferencePublisher(BinanceHttp http, BinanceClock clock, RelayProducer producer, Asset quote) {
        this.data = new PublicData(http, clock);
        this.clock = clock;
        this.producer = producer;
        this.quote = quote;
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
        publish("system status", data::systemStatus);
    }

    private ReferenceMessage.Datum measuredClock() throws IOException, InterruptedException {
        Duration offset = data.clockOffset();
        clock.correct(offset);
        return new ReferenceMessage.ClockOffset(offset);
    }

    /** Tells of a failure when it begins and when it ends, not every few seconds. */
    private void publish(String what, Lookup lookup) {
        try {
            ReferenceMessage.Datum datum = lookup.look();
            producer.write(Topics.REFERENCE_DATA, datum.name(), new ReferenceMessage(clock.now(), datum))
                    .get();
            if (failing.remove(what)) {
                LOG.infof("reference data is back what=%s", what);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            if (failing.add(what)) {
                LOG.warnf("reference data cannot be refreshed what=%s reason=%s", what, reason(e));
            }
        }
    }

    /** A parser's message would repeat what Binance sent. */
    private static String reason(Exception failure) {
        return failure instanceof JsonProcessingException
                ? "the answer is not JSON"
                : String.valueOf(failure.getMessage());
    }

    /** One thing to look up. */
    private interface Lookup {

        ReferenceMessage.Datum look() throws IOException, InterruptedException;
    }
}
