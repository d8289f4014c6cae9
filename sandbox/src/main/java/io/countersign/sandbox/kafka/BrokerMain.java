package io.countersign.sandbox.kafka;

import java.io.IOException;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.UUID;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/** A Kafka broker in KRaft combined mode: formats its storage on the first start, then serves until SIGTERM. */
public final class BrokerMain {
    /** The file in a broker's folder that its first start writes. */
    public static final String FORMATTED = "meta.properties";

    private BrokerMain() {}

    public static void main(String[] args) throws Exception {
        BrokerConfig config = BrokerConfig.of(args);
        format(config);
        KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(config.properties()), Time.SYSTEM);
        Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown, "shutdown"));
        server.startup();
        server.awaitShutdown();
    }

    private static void format(BrokerConfig config) throws Exception {
        Files.createDirectories(config.data());
        new Formatter()
                .setPrintStream(new PrintStream(System.out, true))
                .setClusterId(clusterId(config))
                .setNodeId(config.number())
                .setControllerListenerName(BrokerConfig.CONTROLLER_LISTENER)
                .setMetadataLogDirectory(config.data().toString())
                .addDirectory(config.data().toString())
                .setIgnoreFormatted(true)
                .run();
    }

    /** Storage that is formatted already keeps its identity; all brokers of a new cluster come to the same one. */
    private static String clusterId(BrokerConfig config) throws IOException {
        Path properties = config.data().resolve(FORMATTED);
        Properties formatted = new Properties();
        if (Files.exists(properties)) {
            try (Reader reader = Files.newBufferedReader(properties)) {
                formatted.load(reader);
            }
        }
        return formatted.getProperty(
                "cluster.id", named(config.data().toAbsolutePath().resolveSibling("kafka")));
    }

    private static String named(Path cluster) {
        UUID name = UUID.nameUUIDFromBytes(cluster.toString().getBytes(StandardCharsets.UTF_8));
        return new Uuid(name.getMostSignificantBits(), name.getLeastSignificantBits()).toString();
    }
}
