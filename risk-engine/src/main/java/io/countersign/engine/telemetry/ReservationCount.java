package io.countersign.engine.telemetry;

import io.countersign.domain.account.Reservation;
import io.countersign.engine.topology.EngineTopology;
import io.countersign.wire.message.StoredAccount;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.jspecify.annotations.Nullable;

/**
 * The open reservations of the accounts that this engine is active for, counted in the stores every so often. Counting reads every
 * account, but is right after a restore, a takeover or an aborted transaction, which adding up events is not.
 */
public final class ReservationCount implements AutoCloseable {

    private static final String GAUGE = "countersign.reservations.open";

    private final KafkaStreams streams;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform()
            .daemon()
            .name("reservation-count")
            .priority(Thread.MIN_PRIORITY)
            .factory());
    private volatile double open = Double.NaN;

    public ReservationCount(KafkaStreams streams, MeterRegistry meters) {
        this.streams = streams;
        Gauge.builder(GAUGE, this, count -> count.open)
                .description(
                        "Open reservations on this engine when they were last counted; NaN while it is not running.")
                .register(meters);
    }

    /** Counts whenever {@code interval} has passed since the last count. */
    public void start(Duration interval) {
        ScheduledFuture<?> unused = thread.scheduleWithFixedDelay(
                this::count, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }

    private void count() {
        try {
            open = streams.state() == KafkaStreams.State.RUNNING ? countOpen() : Double.NaN;
        } catch (InvalidStateStoreException moved) {
            // Some task moved away under the count; the next one is whole again.
            open = Double.NaN;
        }
    }

    private double countOpen() {
        long sum = 0;
        try (KeyValueIterator<String, StoredAccount> accounts = streams.store(StoreQueryParameters.fromNameAndType(
                        EngineTopology.ACCOUNTS, QueryableStoreTypes.<String, StoredAccount>keyValueStore()))
                .all()) {
            while (accounts.hasNext()) {
                sum += open(accounts.next().value);
            }
        }
        return sum;
    }

    private static long open(@Nullable StoredAccount stored) {
        return stored == null
                ? 0
                : stored.account().activity().exposure().reservations().values().stream()
                        .filter(Reservation.Open.class::isInstance)
                        .count();
    }
}
