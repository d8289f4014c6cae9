package io.countersign.relay.telemetry;

import io.countersign.domain.account.OutcomeClass;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;
import java.util.function.DoubleSupplier;
import java.util.function.IntSupplier;

/** The relay's counters. */
public final class RelayMetrics {

    private static final String OUTCOMES = "countersign.relay.outcomes";
    private static final String CLASS = "class";

    private final MeterRegistry meters;
    private final Timer waits;

    /** Counters in {@code meters}, all there from the start. */
    public RelayMetrics(MeterRegistry meters) {
        this.meters = meters;
        for (OutcomeClass outcome : OutcomeClass.values()) {
            meters.counter(OUTCOMES, CLASS, tag(outcome));
        }
        this.waits = Timer.builder("countersign.relay.wait")
                .publishPercentileHistogram()
                .register(meters);
    }

    /** Shows how many requests are sent and not yet told. */
    public void watchInFlight(IntSupplier inFlight) {
        // Nobody else may hold the supplier.
        Gauge.builder("countersign.relay.in.flight", inFlight, IntSupplier::getAsInt)
                .strongReference(true)
                .register(meters);
    }

    /** Shows how many requests wait for Binance's limits. */
    public void watchWaiting(IntSupplier waiting) {
        Gauge.builder("countersign.relay.waiting", waiting, IntSupplier::getAsInt)
                .strongReference(true)
                .register(meters);
    }

    /** Shows whether our address may talk to Binance: 0 it may, 1 in doubt, 2 it may not; and for how many seconds not. */
    public void watchBreaker(IntSupplier state, DoubleSupplier secondsLeft) {
        Gauge.builder("countersign.relay.breaker", state, IntSupplier::getAsInt)
                .strongReference(true)
                .register(meters);
        Gauge.builder("countersign.relay.breaker.seconds.left", secondsLeft, DoubleSupplier::getAsDouble)
                .strongReference(true)
                .register(meters);
    }

    /** Shows what part of the most used budget of a kind is spent. */
    public void watchWeight(String scope, DoubleSupplier part) {
        Gauge.builder("countersign.relay.weight.used", part, DoubleSupplier::getAsDouble)
                .tag("scope", scope)
                .strongReference(true)
                .register(meters);
    }

    /** A request that was not sent for want of room in Binance's limits. */
    public void heldBack(String cause) {
        meters.counter("countersign.relay.held.back", "cause", cause).increment();
    }

    /** How long a request waited for Binance's limits before it was sent. */
    public void waited(Duration wait) {
        waits.record(wait);
    }

    /** An answer of Binance that says that we ask too much. */
    public void limited(int status) {
        meters.counter("countersign.relay.limited", "status", Integer.toString(status))
                .increment();
    }

    public void told(OutcomeClass outcome) {
        meters.counter(OUTCOMES, CLASS, tag(outcome)).increment();
    }

    /** An outcome that Kafka did not take. */
    public void untold() {
        meters.counter("countersign.relay.outcomes.untold").increment();
    }

    public void deadLetter() {
        meters.counter("countersign.relay.dead.letters").increment();
    }

    /** A copy of a decision that was dealt with before. */
    public void repeat() {
        meters.counter("countersign.relay.repeats").increment();
    }

    /** A batch that could not be claimed, so that nothing of it was sent. */
    public void unclaimed() {
        meters.counter("countersign.relay.batches.unclaimed").increment();
    }

    private static String tag(OutcomeClass outcome) {
        return outcome.name().toLowerCase(Locale.ROOT);
    }
}
