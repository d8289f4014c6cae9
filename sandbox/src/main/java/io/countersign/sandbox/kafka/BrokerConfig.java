package io.countersign.sandbox.kafka;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The settings of one broker, which is also a controller, on loopback.
 *
 * @param number which of the cluster's brokers it is, from 1 on
 */
record BrokerConfig(Path data, int number, List<Endpoint> cluster) {
    static final String CONTROLLER_LISTENER = "CONTROLLER";

    BrokerConfig {
        cluster = List.copyOf(cluster);
        if (number < 1 || number > cluster.size()) {
            throw new IllegalArgumentException("NUMBER is not one of the cluster's");
        }
    }

    /** Where one of the cluster's processes listens. */
    record Endpoint(int port, int controllerPort) {
        static Endpoint of(String text) {
            String[] ports = text.split("/", -1);
            if (ports.length != 2) {
                throw new IllegalArgumentException("expected PORT/CONTROLLER_PORT");
            }
            return new Endpoint(Integer.parseInt(ports[0]), Integer.parseInt(ports[1]));
        }
    }

    /** Usage: {@code DATA NUMBER PORT/CONTROLLER_PORT[,...]}, the ports of every broker in the order of their numbers. */
    static BrokerConfig of(String... args) {
        if (args.length != 3) {
            throw new IllegalArgumentException("expected DATA NUMBER PORT/CONTROLLER_PORT,...");
        }
        return new BrokerConfig(
                Path.of(args[0]),
                Integer.parseInt(args[1]),
                Arrays.stream(args[2].split(",", -1)).map(Endpoint::of).toList());
    }

    Map<String, String> properties() {
        Map<String, String> properties = new HashMap<>(listeners());
        properties.putAll(replication());
        properties.put("log.dirs", data.toString());
        properties.put("auto.create.topics.enable", "false");
        // Fifty partitions each, the default, only cost start-up time on one machine.
        properties.put("offsets.topic.num.partitions", "4");
        properties.put("transaction.state.log.num.partitions", "4");
        // A lone consumer should not wait for company that never comes.
        properties.put("group.initial.rebalance.delay.ms", "0");
        // A killed member must be noticed quickly: clients here ask for sessions of a few seconds.
        properties.put("group.min.session.timeout.ms", "1000");
        // What a killed engine left open is taken back this often once it has timed out; until then its successor
        // waits. The default of ten seconds would be the longest part of a takeover.
        properties.put("transaction.abort.timed.out.transaction.cleanup.interval.ms", "500");
        // An engine's next transaction waits this long when the markers of the one before are not written yet.
        properties.put("add.partitions.to.txn.retry.backoff.ms", "2");
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

    /** Every record is on every broker, and what was acknowledged is on two of three. */
    private Map<String, String> replication() {
        String replicas = String.valueOf(cluster.size());
        String inSync = cluster.size() > 2 ? "2" : "1";
        return Map.of(
                "default.replication.factor", replicas,
                "min.insync.replicas", inSync,
                "offsets.topic.replication.factor", replicas,
                "transaction.state.log.replication.factor", replicas,
                "transaction.state.log.min.isr", inSync,
                "share.coordinator.state.topic.replication.factor", replicas,
                "share.coordinator.state.topic.min.isr", inSync,
                // Who does not follow for so long is not waited for.
                "replica.lag.time.max.ms", "3000");
    }

    private Map<String, String> listeners() {
        Endpoint own = cluster.get(number - 1);
        String broker = "BROKER://127.0.0.1:" + own.port();
        return Map.of(
                "node.id",
                String.valueOf(number),
                "process.roles",
                "broker,controller",
                "listeners",
                broker + "," + CONTROLLER_LISTENER + "://127.0.0.1:" + own.controllerPort(),
                "advertised.listeners",
                broker,
                "inter.broker.listener.name",
                "BROKER",
                "controller.listener.names",
                CONTROLLER_LISTENER,
                "controller.quorum.voters",
                IntStream.rangeClosed(1, cluster.size())
                        .mapToObj(each ->
                                each + "@127.0.0.1:" + cluster.get(each - 1).controllerPort())
                        .collect(Collectors.joining(",")),
                "listener.security.protocol.map",
                "BROKER:PLAINTEXT," + CONTROLLER_LISTENER + ":PLAINTEXT");
    }
}
