package io.countersign.replay;

import io.countersign.replay.source.KafkaConnection;
import io.countersign.replay.source.KafkaSource;
import io.countersign.wire.codec.RegistryFraming;
import io.countersign.wire.journal.WrappingKeys;
import java.nio.file.Path;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the topics are. */
final class TopicOptions {

    @Option(
            names = "--bootstrap-servers",
            paramLabel = "HOST:PORT",
            defaultValue = "127.0.0.1:9092",
            description = "Kafka, ${DEFAULT-VALUE} unless said")
    private String bootstrapServers = "";

    @Option(
            names = "--registry-url",
            paramLabel = "URL",
            defaultValue = "http://127.0.0.1:8081/apis/registry/v3",
            description = "schema registry, ${DEFAULT-VALUE} unless said")
    private String registryUrl = "";

    @Option(
            names = "--kafka-config",
            paramLabel = "FILE",
            description = "properties security.*, sasl.* and ssl.* of the Kafka client")
    private @Nullable Path kafkaConfig;

    <R> R read(BiFunction<KafkaSource, RegistryFraming, R> reading) {
        return read(null, reading);
    }

    <R> R read(@Nullable WrappingKeys wrapping, BiFunction<KafkaSource, RegistryFraming, R> reading) {
        KafkaConnection connection = KafkaConnection.of(bootstrapServers, kafkaConfig);
        try (RegistryFraming framing = new RegistryFraming(registryUrl);
                KafkaSource source = new KafkaSource(connection, framing, wrapping)) {
            return reading.apply(source, framing);
        }
    }
}
