package io.countersign.sandbox.kafka;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The settings of the one broker, which is also its own controller, on loopback. */
record BrokerConfig(Path data, int port, int controllerPort) {
    static final int NODE_ID = 1;
    static final String CONTROLLER_LISTENER = "CONTROLLER";

    /** Usage: {@code DATA PORT CONTROLLER_PORT}. */
    static BrokerConfig of(String... args) {
        if (args.length != 3) {
            throw new IllegalArgumentException("expected DATA PORT CONTROLLER_PORT");
        }
        return new BrokerConfig(Path.of(args[0]), Integer.parseInt(args[1]), Integer.parseInt(args[2]));
    }

    Map<String, String> properties() {
        Map<String, String> properties = new HashMap<>(listeners());
        properties.put("log.dirs", data.toString());
        properties.put("auto.create.topics.enable", "false");
        properties.put("default.replication.factor", "1");
        properties.put("min.insync.replicas", "1");
        properties.put("offsets.topic.replication.factor", "1");
        properties.put("transaction.state.log.replication.factor", "1");
        properties.put("transaction.state.log.min.isr", "1");
        properties.put("share.coordinator.state.topic.replication.factor", "1");
        properties.put("share.coordinator.state.topic.min.isr", "1");
        // Fifty partitions each, the default, only cost start-up time on one broker.
        properties.put("offsets.topic.num.partitions", "4");
        properties.put("transaction.state.log.num.partitions", "4");
        // A lone consumer should not wait for company that never comes.
        properties.put("group.initial.rebalance.delay.ms", "0");
        // A killed member must be noticed quickly: clients here ask for sessions of a few seconds.
        properties.put("group.min.session.timeout.ms", "1000");
        // What a killed engine left open is taken back this often once it has timed out; until then its successor
        // waits. The
        // default of ten seconds would be the longest part of a takeover.
        properties.put("transaction.abort.timed.out.transaction.cleanup.interval.ms", "500");
        properties.put("log.cleaner.dedupe.buffer.size", "4194304");
        properties.put("num.recovery.threads.per.data.dir", "2");
        // After SIGKILL the controller takes the broker back only when its last session has run out.
        properties.put("broker.session.timeout.ms", "2000");
        properties.put("broker.heartbeat.interval.ms", "300");
        properties.put("controller.quorum.election.timeout.ms", "500");
        properties.put("controller.quorum.fetch.timeout.ms", "1000");
        properties.put("controller.quorum.election.backoff.max.ms", "300");
        properties.put("initial.broker.registration.timeout.ms", "30000");
        return properties;
    }

    private Map<String, String> listeners() {
        String broker = "BROKER://127.0.0.1:" + port;
        return Map.of(
                "node.id",
                String.valueOf(NODE_ID),
                "process.roles",
                "broker,controller",
                "listeners",
                broker + "," + CONTROLLER_LISTENER + "://127.0.0.1:" + controllerPort,
                "advertised.listeners",
                broker,
                "inter.broker.listener.name",
                "BROKER",
                "controller.listener.names",
                CONTROLLER_LISTENER,
                "controller.quorum.voters",
                NODE_ID + "@127.0.0.1:" + controllerPort,
                "listener.security.protocol.map",
                "BROKER:PLAINTEXT," + CONTROLLER_LISTENER + ":PLAINTEXT");
    }
}
