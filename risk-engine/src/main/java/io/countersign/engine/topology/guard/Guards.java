package io.countersign.engine.topology.guard;

import io.countersign.engine.topology.input.DeadLetters;
import io.countersign.engine.topology.input.Input;
import io.countersign.engine.topology.input.StoreSerde;
import io.countersign.wire.codec.StoreCodec;
import io.countersign.wire.codec.TopicCodec;
import io.countersign.wire.mapping.GuardStateMapping;
import io.countersign.wire.message.AlertMessage;
import io.countersign.wire.message.TallyMessage;
import io.countersign.wire.topic.Topics;
import java.nio.ByteBuffer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.Stores;

/** The part of the topology that watches over the policies: tallies in, alerts out. */
public final class Guards {

    /** The global store of policy documents. */
    public static final String POLICIES = "policies";

    static final String COUNTS = "guard-counts";
    static final String ALERTS = "alerts";
    static final String DEAD_LETTERS = "tallies-dead-letters";

    private static final String TALLIES = "tallies-made";
    private static final String WATCH = "watch-policies";

    private Guards() {}

    /** Adds it; pure wiring. */
    public static void addTo(
            Topology topology,
            TopicCodec<AlertMessage> alerts,
            Input<TallyMessage> tallies,
            PolicySource policies,
            AlertListener listener) {
        Input.addSource(topology, TALLIES, Topics.TALLIES.name());
        topology.addProcessor(WATCH, () -> new GuardProcessor(tallies, alerts, policies, listener), TALLIES);
        topology.addStateStore(
                Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(COUNTS),
                        Serdes.Long(),
                        StoreSerde.of(new StoreCodec<>(COUNTS, GuardStateMapping.AVRO))),
                WATCH);
        Input.addSink(topology, ALERTS, Topics.ALERTS.name(), WATCH);
        Input.addSink(topology, DEAD_LETTERS, Topics.DEAD_LETTERS.name(), WATCH);
    }

    /** Reads the topic of tallies. */
    public static Input<TallyMessage> input(TopicCodec<TallyMessage> tallies, DeadLetters deadLetters) {
        return new Input<>(tallies, Guards::key, deadLetters);
    }

    /** What {@code tally} is keyed by: the version, a big-endian long. */
    public static byte[] key(TallyMessage tally) {
        return ByteBuffer.allocate(Long.BYTES).putLong(tally.policyVersion()).array();
    }
}
