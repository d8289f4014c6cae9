package io.countersign.engine;

import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;

/** Every setting of the engine, under {@code countersign}. */
public interface EngineConfig {

    Kafka kafka();

    Registry registry();

    Engine engine();

    /** The broker. */
    interface Kafka {

        /** host:port, comma separated. */
        @WithDefault("127.0.0.1:9092")
        String bootstrapServers();

        /** How long the start waits for the broker before it gives up. */
        @WithDefault("PT30S")
        Duration startTimeout();
    }

    /** The schema registry. */
    interface Registry {

        /** The registry's own API, not its Confluent-compatible one. */
        @WithDefault("http://127.0.0.1:8081/apis/registry/v3")
        String url();
    }

    /** The engine itself. */
    interface Engine {

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
}
