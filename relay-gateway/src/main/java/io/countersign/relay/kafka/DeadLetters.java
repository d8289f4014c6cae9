package io.countersign.relay.kafka;

import io.countersign.relay.telemetry.RelayMetrics;
import io.countersign.wire.message.DeadLetterMessage;
import io.countersign.wire.message.Octets;
import io.countersign.wire.topic.Topics;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Puts aside what the relay cannot read or trust, as it was, with the reason. */
public final class DeadLetters {

    private static final Logger LOG = Logger.getLogger(DeadLetters.class);
    private static final String ROLE = "relay";

    private final RelayProducer producer;
    private final Executor writer;
    private final RelayMetrics metrics;

    public DeadLetters(RelayProducer producer, Executor writer, RelayMetrics metrics) {
        this.producer = producer;
        this.writer = writer;
        this.metrics = metrics;
    }

    /** Puts {@code record} aside. */
    public void write(ConsumerRecord<byte[], byte[]> record, String reason) {
        metrics.deadLetter();
        LOG.warnf(
                "record put aside topic=%s partition=%d offset=%d reason=%s",
                record.topic(), record.partition(), record.offset(), reason);
        DeadLetterMessage message = new DeadLetterMessage(
                record.topic(),
                record.partition(),
                record.offset(),
                ROLE,
                reason,
                octets(record.key()),
                octets(record.value()));
        writer.execute(() -> write(record.key(), message));
    }

    private void write(byte @Nullable [] key, DeadLetterMessage message) {
        CompletableFuture<Void> ignored = producer.write(Topics.DEAD_LETTERS, key, message)
                .whenComplete((ok, failure) -> {
                    if (failure != null) {
                        LOG.errorf("dead letter lost partition=%d offset=%d", message.partition(), message.offset());
                    }
                });
    }

    private static @Nullable Octets octets(byte @Nullable [] bytes) {
        return bytes == null ? null : Octets.of(bytes);
    }
}
