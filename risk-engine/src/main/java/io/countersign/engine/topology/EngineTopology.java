package io.countersign.engine.topology;

import io.countersign.wire.message.StoredAccount;
import io.countersign.wire.sign.Countersigner;
import io.countersign.wire.topic.Topics;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.LongDeserializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * The engine on one page: requests, controls and outcomes in, one task per partition; journal, decisions and dead letters out.
 * Names are fixed, as the changelog hangs on them. Values are octets here, so that an unreadable one stops nothing.
 */
public final class EngineTopology {

    static final String ACCOUNTS = "accounts";
    static final String POLICIES = "policies";
    static final String JOURNAL = "journal";
    static final String DECISIONS = "decisions";
    static final String DEAD_LETTERS = "dead-letters";

    private static final String COMMANDS = "commands";
    private static final String DECIDE = "decide";

    private EngineTopology() {}

    /** The topology over the given codecs; pure wiring. */
    public static Topology build(EngineCodecs codecs, Countersigner countersigner, DecisionListener listener) {
        Topology topology = new Topology();
        ByteArrayDeserializer octets = new ByteArrayDeserializer();
        topology.addSource(
                COMMANDS, octets, octets, Topics.REQUESTS.name(), Topics.CONTROLS.name(), Topics.OUTCOMES.name());
        topology.addProcessor(DECIDE, () -> new AccountProcessor(codecs, countersigner, listener), COMMANDS);
        topology.addStateStore(accounts(), DECIDE);
        addPolicies(topology);
        addSink(topology, JOURNAL, Topics.JOURNAL.name());
        addSink(topology, DECISIONS, Topics.DECISIONS.name());
        addSink(topology, DEAD_LETTERS, Topics.DEAD_LETTERS.name());
        return topology;
    }

    private static StoreBuilder<KeyValueStore<String, StoredAccount>> accounts() {
        return Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(ACCOUNTS), Serdes.String(), EngineCodecs.accounts())
                .withCachingEnabled();
    }

    /** Every version on every instance. A restart fills this store without calling the processor, so it only stores. */
    private static void addPolicies(Topology topology) {
        topology.addGlobalStore(
                Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(POLICIES), Serdes.Long(), Serdes.ByteArray())
                        .withLoggingDisabled(),
                "published-policies",
                new LongDeserializer(),
                new ByteArrayDeserializer(),
                Topics.POLICIES.name(),
                "keep-policy",
                PolicyKeeper::new);
    }

    private static void addSink(Topology topology, String name, String topic) {
        ByteArraySerializer octets = new ByteArraySerializer();
        topology.addSink(name, topic, octets, octets, DECIDE);
    }
}
