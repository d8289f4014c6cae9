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

    /** How often a transaction commits. Half of it is in every decision's latency. */
    @WithDefault("PT0.01S")
    Duration commitInterval();

    @WithDefault("1")
    int streamThreads();

    /** Warm copies of each store on other instances. */
    @WithDefault("0")
    int standbyReplicas();
}
