package io.countersign.engine;

import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;

/** Every setting of the engine's own. */
public interface EngineConfig {

    String PREFIX = "countersign.engine";

    /** Names the consumer group, the transactions and the changelog. */
    @WithDefault("countersign.engine")
    String applicationId();

    /** Folder of the account stores; rebuilt from the changelog when lost. */
    Path stateDir();

    /** File with the Ed25519 keyset that countersigns. */
    Path signingKeys();

    /** File with the AES-GCM keyset that data keys are wrapped with; the auditors have it too. */
    Path wrappingKeys();

    /** host:port where the other engines reach this one's HTTP; its own for each engine. */
    String advertised();

    /** File with the token that callers of /internal show; the same for each engine. */
    Path queryToken();

    /** How often a transaction commits. Half of it is in every decision's latency. */
    @WithDefault("PT0.01S")
    Duration commitInterval();

    /** How long an approval to a destination counts when another account sends there. */
    @WithDefault("PT168H")
    Duration fanInWindow();
    /** How often a partition of the journal gets a checkpoint, if entries have come since the last. */
    @WithDefault("PT5S")
    Duration checkpointInterval();

    @WithDefault("1")
    int streamThreads();

    /** Warm copies of each store on other engines. */
    @WithDefault("1")
    int standbyReplicas();

    /** How many changelog records a copy may be behind and still take over without waiting. */
    @WithDefault("1000")
    long acceptableRecoveryLag();

    /** After this long without a heartbeat an engine is taken for dead. At least the broker's group.min.session.timeout.ms. */
    @WithDefault("PT2S")
    Duration sessionTimeout();

    /** After this long the broker takes back what a dead engine had not committed. */
    @WithDefault("PT2S")
    Duration transactionTimeout();

    /** Mebibytes for all blocks, indexes, filters and write buffers of all stores of the process, outside the heap. */
    @WithDefault("96")
    int storeMemoryMib();

    /** Mebibytes of {@link #storeMemoryMib} that write buffers may take. */
    @WithDefault("32")
    int writeBuffersMib();

    /** How often the open reservations are counted, which reads every account that this engine is active for. */
    @WithDefault("PT1M")
    Duration reservationCountInterval();
}
