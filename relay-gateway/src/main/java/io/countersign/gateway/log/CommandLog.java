package io.countersign.gateway.log;

import io.countersign.domain.control.Control;
import io.countersign.domain.id.AccountId;
import io.countersign.gateway.config.GatewayConfig;
import io.countersign.wire.codec.AvroFraming;
import io.countersign.wire.codec.SchemasUnavailableException;
import io.countersign.wire.codec.TopicCodec;
import io.countersign.wire.message.RequestMessage;
import io.countersign.wire.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jboss.logging.Logger;

/** Appends commands, each acknowledged by every in-sync replica or reported as not. */
public final class CommandLog implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(CommandLog.class);
    private static final Duration CLOSING = Duration.ofSeconds(5);

    private final KafkaProducer<byte[], byte[]> producer;
    private final TopicCodec<RequestMessage> requests;
    private final TopicCodec<Control> controls;

    public CommandLog(String bootstrapServers, GatewayConfig.Producer config, AvroFraming framing) {
        this.producer = new KafkaProducer<>(settings(bootstrapServers, config));
        this.requests = new TopicCodec<>(Topics.REQUESTS, framing);
        this.controls = new TopicCodec<>(Topics.CONTROLS, framing);
    }

    /** Waits until the request is on the log. False: it may not be. */
    public boolean append(RequestMessage request) {
        return append(Topics.REQUESTS.name(), request.facts().account(), requests, request);
    }

    /** Waits until the control is on the log. False: it may not be. */
    public boolean append(Control control) {
        return append(Topics.CONTROLS.name(), control.account(), controls, control);
    }

    private <T> boolean append(String topic, AccountId account, TopicCodec<T> codec, T value) {
        try {
            byte[] key = account.value().getBytes(StandardCharsets.UTF_8);
            producer.send(new ProducerRecord<>(topic, key, codec.encode(value))).get();
            return true;
        } catch (ExecutionException | KafkaException | SchemasUnavailableException e) {
            LOG.warnf("append failed: topic=%s account=%s reason=%s", topic, account, e.getMessage());
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static Map<String, Object> settings(String bootstrapServers, GatewayConfig.Producer config) {
        long delivery = config.deliveryTimeout().toMillis();
        return Map.ofEntries(
                Map.entry(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers),
                Map.entry(ProducerConfig.CLIENT_ID_CONFIG, "countersign-gateway"),
                Map.entry(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class),
                Map.entry(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class),
                Map.entry(ProducerConfig.ACKS_CONFIG, "all"),
                Map.entry(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true),
                Map.entry(ProducerConfig.LINGER_MS_CONFIG, 0L),
                Map.entry(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) delivery),
                Map.entry(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) Math.max(1, delivery / 2)),
                Map.entry(
                        ProducerConfig.MAX_BLOCK_MS_CONFIG,
                        config.bufferTimeout().toMillis()),
                Map.entry(ProducerConfig.BUFFER_MEMORY_CONFIG, config.bufferOctets()));
    }

    @Override
    public void close() {
        producer.close(CLOSING);
    }
}
