package io.countersign.engine;

import io.countersign.engine.failure.StopOnProcessing;
import io.countersign.engine.failure.StopOnProduction;
import io.countersign.engine.failure.StopOnUnreadable;
import io.countersign.engine.failure.StopReason;
import io.countersign.engine.store.BoundedStores;
import io.countersign.engine.store.StoreMemory;
import io.countersign.wire.settings.KafkaConfig;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;

/** The settings of the streams client, each with its reason; docs/operations/engine.md holds the table for operators. */
public final class StreamsSettings {

    /** The shortest that Streams takes. */
    private static final long PROBING_INTERVAL_MILLIS = 60_000;

    /** Under a backlog a thousand, the default, are seconds of work on a busy machine. */
    private static final int RECORDS_PER_POLL = 100;

    /** Of one partition in one request; an account and its decisions fill Kafka's 16 KiB at once. */
    private static final int BATCH_OCTETS = 256 * 1024;

    /** So many heartbeats may be lost before an engine is taken for dead. */
    private static final int HEARTBEATS_PER_SESSION = 6;

    private StreamsSettings() {}

    /** Everything but the parts, which are one process's. */
    public static Properties of(EngineConfig engine, KafkaConfig kafka) {
        Properties settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, engine.applicationId());
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, kafka.bootstrapServers());
        settings.put(StreamsConfig.STATE_DIR_CONFIG, engine.stateDir().toString());
        settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        settings.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, engine.streamThreads());
        // Where the other engines ask for an account that this one is active for.
        settings.put(StreamsConfig.APPLICATION_SERVER_CONFIG, engine.advertised());
        addLatency(settings, engine);
        addTakeover(settings, engine);
        // Nothing is skipped when the group has no offsets yet.
        settings.put(StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
        return settings;
    }

    /** What the stores may take, and who says why the client stops. */
    static void addParts(Properties settings, StoreMemory memory, StopReason reason) {
        addStores(settings, memory);
        settings.put(StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, StopOnUnreadable.class);
        settings.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, StopOnProcessing.class);
        settings.put(StreamsConfig.PRODUCTION_EXCEPTION_HANDLER_CLASS_CONFIG, StopOnProduction.class);
        settings.put(StopReason.SETTING, reason);
    }

    /** What the stores may take. */
    public static void addStores(Properties settings, StoreMemory memory) {
        settings.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedStores.class);
        settings.put(StoreMemory.SETTING, memory);
    }

    private static void addLatency(Properties settings, EngineConfig engine) {
        settings.put(
                StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, engine.commitInterval().toMillis());
        // A poll that blocks longer than the commit interval would delay the commit.
        settings.put(StreamsConfig.POLL_MS_CONFIG, engine.commitInterval().toMillis());
        // A cache is emptied at the commit, one task and one round trip to the broker after the other.
        settings.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 0L);
        // Nobody reads a record before its transaction ends, and the end sends what lingers: one request a commit, not
        // one a record.
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG), (int)
                engine.commitInterval().toMillis());
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG), BATCH_OCTETS);
    }

    private static void addTakeover(Properties settings, EngineConfig engine) {
        settings.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, engine.standbyReplicas());
        // A copy further behind would keep its accounts waiting while it catches up.
        settings.put(StreamsConfig.ACCEPTABLE_RECOVERY_LAG_CONFIG, engine.acceptableRecoveryLag());
        // An engine that came back gets its share again when its copies have caught up; it is looked for this often.
        settings.put(StreamsConfig.PROBING_REBALANCE_INTERVAL_MS_CONFIG, PROBING_INTERVAL_MILLIS);
        // A crashed engine is replaced within this time: requests live for seconds only.
        int session = (int) engine.sessionTimeout().toMillis();
        settings.put(StreamsConfig.consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), session);
        // Streams decides what it has fetched before it polls again, and only a poll joins a rebalance.
        settings.put(StreamsConfig.consumerPrefix(ConsumerConfig.MAX_POLL_RECORDS_CONFIG), RECORDS_PER_POLL);
        // The survivors hear of the new assignment with their next heartbeat.
        settings.put(
                StreamsConfig.consumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG),
                session / HEARTBEATS_PER_SESSION);
        // A transaction left by a crash blocks its successor's restore and every reader until it times out.
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG), (int)
                engine.transactionTimeout().toMillis());
    }
}
