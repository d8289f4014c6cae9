package io.countersign.engine.topology.fanin;

import io.countersign.engine.topology.input.Input;
import io.countersign.wire.codec.TopicCodec;
import io.countersign.wire.message.FanInMessage;
import io.countersign.wire.message.FanInMessage.Sender;
import io.countersign.wire.message.SightingMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** Keeps who sent to each destination lately, and publishes those of two accounts or more. */
final class FanInProcessor implements Processor<byte[], byte[], byte[], byte[]> {

    /** Below two there is nothing to know. */
    private static final int SHARED = 2;

    private static final Duration SWEEP_INTERVAL = Duration.ofSeconds(10);

    /** Destinations that one sweep looks at: the thread that sweeps is one that decides. */
    private static final int SWEEP = 1_000;

    private final Input<SightingMessage> sightings;
    private final TopicCodec<FanInMessage> published;
    private final FanInWindow window;
    private @Nullable ProcessorContext<byte[], byte[]> context;
    private @Nullable KeyValueStore<byte[], FanInMessage> destinations;
    private byte @Nullable [] sweptUpTo;

    FanInProcessor(Input<SightingMessage> sightings, TopicCodec<FanInMessage> published, FanInWindow window) {
        this.sightings = sightings;
        this.published = published;
        this.window = window;
    }

    @Override
    public void init(ProcessorContext<byte[], byte[]> processorContext) {
        context = processorContext;
        destinations = processorContext.getStateStore(FanIns.DESTINATIONS);
        processorContext.schedule(
                SWEEP_INTERVAL, PunctuationType.WALL_CLOCK_TIME, now -> sweep(Instant.ofEpochMilli(now)));
    }

    @Override
    public void process(Record<byte[], byte[]> incoming) {
        SightingMessage sighting = sightings.read(incoming, context(), FanIns.DEAD_LETTERS);
        if (sighting != null) {
            FanInMessage known = destinations().get(incoming.key());
            FanInMessage before = known == null ? FanInMessage.NONE : known;
            FanInMessage after = window.with(before, new Sender(sighting.account(), sighting.at()));
            keep(incoming.key(), before, after, incoming.timestamp());
        }
    }

    /** Forgets what has left the window. Readers look at the times themselves, so this may be late. */
    private void sweep(Instant now) {
        for (KeyValue<byte[], FanInMessage> each : nextToSweep()) {
            keep(each.key, each.value, window.at(now, each.value), now.toEpochMilli());
        }
    }

    private List<KeyValue<byte[], FanInMessage>> nextToSweep() {
        List<KeyValue<byte[], FanInMessage>> next = new ArrayList<>();
        try (KeyValueIterator<byte[], FanInMessage> rest = destinations().range(sweptUpTo, null)) {
            while (rest.hasNext() && next.size() < SWEEP) {
                next.add(rest.next());
            }
            sweptUpTo = rest.hasNext() ? after(next.getLast().key) : null;
        }
        return next;
    }

    /** The least key above {@code key}. */
    private static byte[] after(byte[] key) {
        return Arrays.copyOf(key, key.length + 1);
    }

    private void keep(byte[] key, FanInMessage before, FanInMessage after, long at) {
        if (after.equals(before)) {
            return;
        }
        if (after.senders().isEmpty()) {
            destinations().delete(key);
        } else {
            destinations().put(key, after);
        }
        if (after.senders().size() >= SHARED) {
            context().forward(new Record<>(key, published.encode(after), at), FanIns.FAN_IN);
        } else if (before.senders().size() >= SHARED) {
            context().forward(new Record<byte[], byte @Nullable []>(key, null, at), FanIns.FAN_IN);
        }
    }

    private ProcessorContext<byte[], byte[]> context() {
        return Objects.requireNonNull(context, "process before init");
    }

    private KeyValueStore<byte[], FanInMessage> destinations() {
        return Objects.requireNonNull(destinations, "process before init");
    }
}
