package io.countersign.engine.topology;

import io.countersign.engine.topology.connection.Connections;
import io.countersign.engine.topology.fanin.FanInWindow;
import io.countersign.engine.topology.fanin.FanIns;
import io.countersign.engine.topology.guard.Guards;
import io.countersign.engine.topology.input.DeadLetters;
import io.countersign.engine.topology.input.Input;
import io.countersign.wire.journal.WrappingKeys;
import io.countersign.wire.message.StoredAccount;
import io.countersign.wire.sign.Countersigner;
import io.countersign.wire.topic.Topic;
import io.countersign.wire.topic.Topics;
import java.util.Map;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * The engine on one page: requests, controls, outcomes and what became of claims in, one task per partition; journal,
 * checkpoints, decisions and dead letters out. Beside it three parts that look across accounts.
 * Names are fixed, as the changelog hangs on them. Values are octets here, so that an unreadable one stops nothing.
 */
public final class EngineTopology {

    /** The store of every account's state. */
    public static final String ACCOUNTS = "accounts";

    /** The global store of policy documents by version. */
    public static final String POLICIES = Guards.POLICIES;

    /** The global store of what holds for everyone. */
    public static final String HOUSE = "house";

    static final String FAN_IN = "fan-in";
    static final String CHAINS = "partition-chains";
    static final String JOURNAL = "journal";
    static final String PLACED_JOURNAL = "placed-journal";
    static final String CHECKPOINTS = "checkpoints";
    static final String DECISIONS = "decisions";
    static final String CLAIMS = "claims";
    static final String CONNECTIONS = "connections";
    static final String SIGHTINGS = "sightings";
    static final String TALLIES = "tallies";
    static final String DATA_KEYS = "data-keys";
    static final String DEAD_LETTERS = "dead-letters";

    private static final String COMMANDS = "commands";
    private static final String DECIDE = "decide";

    /** A chain's changelog has one short record a command, all of them read at a start: small segments let it be compacted. */
    private static final Map<String, String> CHAINS_CHANGELOG =
            Map.of(TopicConfig.SEGMENT_BYTES_CONFIG, Integer.toString(1024 * 1024));

    private EngineTopology() {}

    /** The topology over the given codecs; pure wiring. */
    public static Topology build(
            EngineCodecs codecs,
            Countersigner countersigner,
            DecisionListener listener,
            EngineShape shape,
            WrappingKeys wrapping) {
        Topology topology = new Topology();
        ByteArrayDeserializer octets = new ByteArrayDeserializer();
        topology.addSource(
                COMMANDS,
                octets,
                octets,
                Topics.REQUESTS.name(),
                Topics.CONTROLS.name(),
                Topics.OUTCOMES.name(),
                Topics.CLAIMED.name());
        topology.addProcessor(
                DECIDE, () -> new AccountProcessor(codecs, countersigner, listener, shape, wrapping), COMMANDS);
        topology.addStateStore(accounts(), DECIDE);
        addGlobal(topology, POLICIES, Serdes.Long(), Topics.POLICIES);
        addGlobal(topology, HOUSE, Serdes.String(), Topics.HOUSE);
        addGlobal(topology, FAN_IN, Serdes.ByteArray(), Topics.FAN_IN);
        topology.addProcessor(
                JOURNAL, () -> new JournalProcessor(codecs, countersigner, shape.checkpointInterval()), DECIDE);
        topology.addStateStore(chains(), JOURNAL);
        addPlacedSink(topology, PLACED_JOURNAL, Topics.JOURNAL);
        addPlacedSink(topology, CHECKPOINTS, Topics.CHECKPOINTS);
        addSink(topology, DECISIONS, Topics.DECISIONS.name());
        addSink(topology, POLICIES, Topics.POLICIES.name());
        addSink(topology, HOUSE, Topics.HOUSE.name());
        addSink(topology, CLAIMS, Topics.CLAIMS.name());
        addSink(topology, CONNECTIONS, Topics.CONNECTIONS.name());
        addSink(topology, SIGHTINGS, Topics.SIGHTINGS.name());
        addSink(topology, TALLIES, Topics.TALLIES.name());
        addSink(topology, DATA_KEYS, Topics.DATA_KEYS.name());
        addSink(topology, DEAD_LETTERS, Topics.DEAD_LETTERS.name());
        addAcross(topology, codecs, listener, shape.fanIn());
        return topology;
    }

    /** What looks across accounts; each part has tasks of its own, and the topics between are all that they share. */
    private static void addAcross(
            Topology topology, EngineCodecs codecs, DecisionListener listener, FanInWindow fanIn) {
        DeadLetters letters = new DeadLetters(codecs.deadLetters(), listener::deadLetter);
        Connections.addTo(topology, codecs.claims(), codecs.claimed(), letters);
        FanIns.addTo(topology, codecs.sightings(), codecs.fanIn(), fanIn, letters);
        Guards.addTo(
                topology,
                codecs.alerts(),
                Guards.input(codecs.tallies(), letters),
                (version, octets) -> HouseRules.policy(codecs, version, octets),
                listener);
    }

    private static StoreBuilder<KeyValueStore<String, StoredAccount>> accounts() {
        return Stores.keyValueStoreBuilder(
                Stores.persistentKeyValueStore(ACCOUNTS), Serdes.String(), EngineCodecs.accounts());
    }

    private static StoreBuilder<KeyValueStore<Integer, StoredChain>> chains() {
        return Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(CHAINS), Serdes.Integer(), StoredChain.serde())
                .withLoggingEnabled(CHAINS_CHANGELOG);
    }

    /** The same on every instance. A restart fills such a store without calling the processor, so it only stores. */
    private static <K> void addGlobal(Topology topology, String store, Serde<K> keys, Topic<?> topic) {
        topology.addGlobalStore(
                Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(store), keys, Serdes.ByteArray())
                        .withLoggingDisabled(),
                store + "-published",
                keys.deserializer(),
                new ByteArrayDeserializer(),
                topic.name(),
                store + "-keeper",
                () -> new GlobalKeeper<>(store));
    }

    private static void addSink(Topology topology, String name, String topic) {
        Input.addSink(topology, name, topic, DECIDE);
    }

    private static void addPlacedSink(Topology topology, String name, Topic<?> topic) {
        topology.addSink(
                name, topic.name(), Placed.serializer(), new ByteArraySerializer(), Placed.partitioner(), JOURNAL);
    }
}
