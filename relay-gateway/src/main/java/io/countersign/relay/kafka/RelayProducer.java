package io.countersign.relay.kafka;

import io.countersign.wire.codec.AvroFraming;
import io.countersign.wire.codec.SchemasUnavailableException;
import io.countersign.wire.codec.TopicCodec;
import io.countersign.wire.topic.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/** Writes the relay's messages. A call may wait for Kafka or the registry, so it is not for an event loop. */
public final class RelayProducer implements AutoCloseable {

    private static final Duration CLOSE = Duration.ofSeconds(5);

    private final Producer<byte[], byte[]> producer;
    private final AvroFraming framing;
    private volatile boolean healthy = true;

    public RelayProducer(Producer<byte[], byte[]> producer, AvroFraming framing) {
        this.producer = producer;
        this.framing = framing;
    }

    /** Writes {@code message}; the future tells whether Kafka has it. */
    public <T> CompletableFuture<Void> write(Topic<T> topic, String key, T message) {
        return write(topic, key.getBytes(StandardCharsets.UTF_8), message);
    }

    /** Writes {@code message} under a key as it came. */
    public <T> CompletableFuture<Void> write(Topic<T> topic, byte @Nullable [] key, T message) {
        return send(topic.name(), key, () -> new TopicCodec<>(topic, framing).encode(message));
    }

    /**
     * Learns from the registry what it takes to write such a message, so that writing one hangs on Kafka alone.
     *
     * @throws SchemasUnavailableException when the registry does not tell
     */
    public <T> void prepare(Topic<T> topic, T like) {
        byte[] unused = new TopicCodec<>(topic, framing).encode(like);
    }

    /** Takes away what stands under {@code key} on a compacted topic. */
    public CompletableFuture<Void> remove(Topic<?> topic, String key) {
        return send(topic.name(), key.getBytes(StandardCharsets.UTF_8), () -> null);
    }

    private CompletableFuture<Void> send(String topic, byte @Nullable [] key, Supplier<byte @Nullable []> value) {
        CompletableFuture<Void> written = new CompletableFuture<>();
        try {
            Future<RecordMetadata> ignored =
                    producer.send(new ProducerRecord<>(topic, key, value.get()), (metadata, failure) -> {
                        healthy = failure == null;
                        if (failure == null) {
                            written.complete(null);
                        } else {
                            written.completeExceptionally(failure);
                        }
                    });
        } catch (KafkaException | SchemasUnavailableException | IllegalStateException e) {
            healthy = false;
            written.completeExceptionally(e);
        }
        return written;
    }

    /** Whether the last message arrived. */
    public boolean isHealthy() {
        return healthy;
    }

    @Override
    public void close() {
        producer.close(CLOSE);
    }
}
