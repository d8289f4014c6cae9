package io.countersign.engine.topology.guard;

import io.countersign.domain.control.EndpointClass;
import io.countersign.domain.policy.Guard;
import io.countersign.engine.topology.input.Input;
import io.countersign.wire.codec.TopicCodec;
import io.countersign.wire.message.AlertKind;
import io.countersign.wire.message.AlertMessage;
import io.countersign.wire.message.GuardState;
import io.countersign.wire.message.GuardState.Count;
import io.countersign.wire.message.TallyMessage;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** Sums the tallies of each version and raises one alert a window when its guard is tripped. It stops nothing. */
final class GuardProcessor implements Processor<byte[], byte[], byte[], byte[]> {

    private final Input<TallyMessage> tallies;
    private final TopicCodec<AlertMessage> alerts;
    private final PolicySource policies;
    private final AlertListener listener;
    private final Map<Long, Optional<Guard>> guards = new HashMap<>();
    private @Nullable ProcessorContext<byte[], byte[]> context;
    private @Nullable KeyValueStore<Long, GuardState> counts;
    private @Nullable KeyValueStore<Long, byte[]> documents;

    GuardProcessor(
            Input<TallyMessage> tallies,
            TopicCodec<AlertMessage> alerts,
            PolicySource policies,
            AlertListener listener) {
        this.tallies = tallies;
        this.alerts = alerts;
        this.policies = policies;
        this.listener = listener;
    }

    @Override
    public void init(ProcessorContext<byte[], byte[]> processorContext) {
        context = processorContext;
        counts = processorContext.getStateStore(Guards.COUNTS);
        documents = processorContext.getStateStore(Guards.POLICIES);
    }

    @Override
    public void process(Record<byte[], byte[]> incoming) {
        TallyMessage tally = tallies.read(incoming, required(context), Guards.DEAD_LETTERS);
        if (tally == null) {
            return;
        }
        GuardState before = required(counts).get(tally.policyVersion());
        if (before == null || before.windowStart().isBefore(tally.windowStart())) {
            before = new GuardState(tally.windowStart(), Map.of(), false);
        } else if (before.windowStart().isAfter(tally.windowStart())) {
            return; // The last second of a window that is over.
        }
        Map<EndpointClass, Count> summed = new EnumMap<>(EndpointClass.class);
        summed.putAll(before.counts());
        Count count = summed.merge(
                tally.endpoints(),
                new Count(tally.decided(), tally.rejected()),
                (a, b) -> new Count(a.decided() + b.decided(), a.rejected() + b.rejected()));
        boolean trips = !before.alerted()
                && guard(tally.policyVersion())
                        .filter(guard -> guard.isTripped(count.decided(), count.rejected()))
                        .isPresent();
        if (trips) {
            raise(incoming, tally, count);
        }
        required(counts)
                .put(tally.policyVersion(), new GuardState(before.windowStart(), summed, before.alerted() || trips));
    }

    /** None while the document is still on its way: the two topics are read apart. */
    private Optional<Guard> guard(long version) {
        Optional<Guard> known = guards.get(version);
        byte[] octets = known == null ? required(documents).get(version) : null;
        if (octets == null) {
            return known == null ? Optional.empty() : known;
        }
        Optional<Guard> guard =
                Optional.ofNullable(policies.read(version, octets).guard());
        guards.put(version, guard);
        return guard;
    }

    private void raise(Record<byte[], byte[]> cause, TallyMessage tally, Count count) {
        double share = (double) count.rejected() / count.decided();
        Guard guard = guard(tally.policyVersion()).orElseThrow();
        String sentence = String.format(
                Locale.ROOT,
                "policy %d refused requests of %d of %d accounts (%s) since %s: more than the %.1f %% of its guard",
                tally.policyVersion(),
                count.rejected(),
                count.decided(),
                tally.endpoints() == EndpointClass.FUND_MOVING ? "moving funds" : "reading",
                tally.windowStart(),
                100 * guard.share());
        AlertMessage alert = new AlertMessage(
                AlertKind.REJECTION_SHARE,
                tally.policyVersion(),
                tally.endpoints(),
                count.decided(),
                count.rejected(),
                share,
                tally.windowStart(),
                Instant.ofEpochMilli(cause.timestamp()),
                sentence);
        listener.alerted(alert);
        required(context).forward(cause.withValue(alerts.encode(alert)), Guards.ALERTS);
    }

    private static <T> T required(@Nullable T collaborator) {
        return Objects.requireNonNull(collaborator, "process before init");
    }
}
