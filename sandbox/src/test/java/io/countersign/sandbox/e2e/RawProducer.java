package io.countersign.sandbox.e2e;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Writes what no process of ours would write. */
final class RawProducer {
    private RawProducer() {}

    static void send(String bootstrapServers, String topic, String key, byte[] value)
            throws ExecutionException, InterruptedException {
        send(bootstrapServers, topic, key, value, Instant.now());
    }

    /** With a time of its own, where the topic lets a writer choose. */
    static void send(String bootstrapServers, String topic, String key, byte[] value, Instant at)
            throws ExecutionException, InterruptedException {
        Map<String, Object> settings = Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        ByteArraySerializer plain = new ByteArraySerializer();
        try (Producer<byte[], byte[]> producer = new KafkaProducer<>(settings, plain, plain)) {
            byte[] octets = key.getBytes(StandardCharsets.UTF_8);
            producer.send(new ProducerRecord<>(topic, null, at.toEpochMilli(), octets, value))
                    .get();
        }
    }
}
