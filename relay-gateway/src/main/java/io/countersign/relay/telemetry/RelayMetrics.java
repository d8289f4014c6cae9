package io.countersign.relay.telemetry;

import io.countersign.domain.account.OutcomeClass;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import java.util.function.IntSupplier;

/** The relay's counters. */
public final class RelayMetrics {

    private static final String OUTCOMES = "countersign.relay.outcomes";
    private static final String CLASS = "class";

    private final MeterRegistry meters;

    /** Counters in {@code meters}, all there from the start. */
    public RelayMetrics(MeterRegistry meters) {
        this.meters = meters;
        for (OutcomeClass outcome : OutcomeClass.values()) {
            meters.counter(OUTCOMES, CLASS, tag(outcome));
        }
    }

    /** Shows how many requests are sent and not yet told. */
    public void watchInFlight(IntSupplier inFlight) {
        // Nobody else may hold the supplier.
        Gauge.builder("countersign.relay.in.flight", inFlight, IntSupplier::getAsInt)
                .strongReference(true)
                .register(meters);
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
