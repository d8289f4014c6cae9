package io.countersign.wire.codec;

import io.apicurio.registry.resolver.config.SchemaResolverConfig;
import io.apicurio.registry.serde.avro.AvroKafkaDeserializer;
import io.apicurio.registry.serde.avro.AvroKafkaSerializer;
import io.apicurio.registry.serde.avro.AvroSerdeConfig;
import io.apicurio.registry.serde.config.SerdeConfig;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;

/**
 * The Confluent wire format (magic 0, four-octet content id, Avro body) through the registry. Schemas are registered by whoever
 * deploys, never from here: a process that writes an unregistered schema fails.
 */
public final class RegistryFraming implements AvroFraming, AutoCloseable {

    /** Magic octet and content id. */
    private static final int HEADER_LENGTH = 5;

    private static final byte MAGIC = 0;

    /** A content id never changes its meaning, so what was looked up is kept as long as the process lives. */
    private static final Duration CACHE = Duration.ofDays(3650);

    private final AvroKafkaSerializer<SpecificRecord> serializer = new AvroKafkaSerializer<>();
    private final AvroKafkaDeserializer<SpecificRecord> deserializer = new AvroKafkaDeserializer<>();

    /** Takes the registry's own address, for example http://127.0.0.1:8081/apis/registry/v3. */
    public RegistryFraming(String registryUrl) {
        Map<String, Object> config = Map.of(
                SchemaResolverConfig.REGISTRY_URL,
                registryUrl,
                SchemaResolverConfig.AUTO_REGISTER_ARTIFACT,
                false,
                SchemaResolverConfig.CHECK_PERIOD_MS,
                CACHE.toMillis(),
                SchemaResolverConfig.HTTP_ADAPTER,
                "JDK",
                SchemaResolverConfig.RETRY_COUNT,
                2,
                SerdeConfig.USE_ID,
                "contentId",
                AvroSerdeConfig.USE_SPECIFIC_AVRO_READER,
                true);
        serializer.configure(config, false);
        deserializer.configure(config, false);
    }

    @Override
    public byte[] frame(String topic, SpecificRecord value) {
        try {
            return serializer.serialize(topic, value);
        } catch (RuntimeException e) {
            throw new SchemasUnavailableException(
                    "no registered schema for values on %s: %s".formatted(topic, rootOf(e)), e);
        }
    }

    @Override
    public <R extends SpecificRecord> R unframe(String topic, byte[] octets, Class<R> type) {
        if (octets.length < HEADER_LENGTH || octets[0] != MAGIC) {
            throw new UnreadableException("the value on %s is not in the Confluent wire format".formatted(topic));
        }
        SpecificRecord value = deserialize(topic, octets);
        if (!type.isInstance(value)) {
            throw new UnreadableException("the value on %s is a %s, not a %s"
                    .formatted(topic, value.getSchema().getFullName(), type.getSimpleName()));
        }
        return type.cast(value);
    }

    @Override
    public int headerLength() {
        return HEADER_LENGTH;
    }

    @Override
    public void close() {
        serializer.close();
        deserializer.close();
    }

    private SpecificRecord deserialize(String topic, byte[] octets) {
        try {
            return deserializer.deserialize(topic, octets);
        } catch (RuntimeException e) {
            if (cameFromTheNetwork(e)) {
                throw new SchemasUnavailableException("the registry did not answer: " + rootOf(e), e);
            }
            throw new UnreadableException("the value on %s cannot be read: %s".formatted(topic, rootOf(e)), e);
        }
    }

    /** A truncated value is an EOFException, which is an IOException too, but none of the network's. */
    private static boolean cameFromTheNetwork(Throwable thrown) {
        for (Throwable each = thrown; each != null; each = each.getCause()) {
            if (each instanceof java.net.SocketException
                    || each instanceof java.net.http.HttpTimeoutException
                    || each instanceof java.nio.channels.ClosedChannelException
                    || (each instanceof IOException
                            && String.valueOf(each.getMessage()).contains("HTTP/1.1"))) {
                return true;
            }
        }
        return false;
    }

    private static String rootOf(Throwable thrown) {
        Throwable root = thrown;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String message = root.getMessage();
        return message == null ? root.getClass().getSimpleName() : message;
    }
}
