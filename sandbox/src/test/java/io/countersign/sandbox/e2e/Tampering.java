package io.countersign.sandbox.e2e;

import com.google.crypto.tink.PublicKeySign;
import io.countersign.domain.id.RequestId;
import io.countersign.sandbox.Sandbox;
import io.countersign.sandbox.keys.KeyFile;
import io.countersign.sandbox.keys.SandboxKeys;
import io.countersign.wire.codec.Read;
import io.countersign.wire.codec.RegistryFraming;
import io.countersign.wire.codec.TopicCodec;
import io.countersign.wire.keys.Keysets;
import io.countersign.wire.message.DecisionKind;
import io.countersign.wire.message.DecisionMessage;
import io.countersign.wire.sign.Countersigner;
import io.countersign.wire.topic.Topics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Makes hostile records of genuine decisions, and puts them on the topic. */
final class Tampering implements AutoCloseable {
    private static final String DECISIONS = Topics.DECISIONS.name();

    private final RegistryFraming framing;
    private final TopicCodec<DecisionMessage> codec;
    private final Countersigner otherEngine;
    private final Producer<byte[], byte[]> producer;

    /** The keys of an engine that is none are made in {@code keys}. */
    Tampering(Sandbox sandbox, Path keys) throws IOException {
        framing = new RegistryFraming(sandbox.addresses().registry());
        codec = new TopicCodec<>(Topics.DECISIONS, framing);
        new SandboxKeys(Files.createDirectories(keys)).ensure();
        otherEngine =
                new Countersigner(Keysets.primitive("keys", KeyFile.ENGINE_SIGN_PRIVATE.in(keys), PublicKeySign.class));
        ByteArraySerializer plain = new ByteArraySerializer();
        producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        sandbox.addresses().kafka()),
                plain,
                plain);
    }

    /** Of which request the decision is; empty when it is one on something else. */
    Optional<RequestId> request(ConsumerRecord<byte[], byte[]> decision) {
        return codec.read(decision.value()) instanceof Read.Value<DecisionMessage> read
                        && read.value().body().kind() == DecisionKind.REQUEST
                ? Optional.of(new RequestId(read.value().body().id()))
                : Optional.empty();
    }

    /** The same decision, signed by somebody else. */
    byte[] forged(ConsumerRecord<byte[], byte[]> decision) {
        if (codec.read(decision.value()) instanceof Read.Value<DecisionMessage> read) {
            return codec.encode(otherEngine.sign(read.value().body()));
        }
        throw new IllegalArgumentException("no decision");
    }

    /** With another last character of {@code text}, which is one of its facts; everything else as it was. */
    static byte[] altered(ConsumerRecord<byte[], byte[]> decision, String text) {
        byte[] octets = decision.value().clone();
        int found = new String(octets, StandardCharsets.ISO_8859_1).indexOf(text);
        if (found < 0) {
            throw new IllegalArgumentException("the decision does not have it");
        }
        octets[found + text.length() - 1] ^= 1;
        return octets;
    }

    static byte[] truncated(ConsumerRecord<byte[], byte[]> decision) {
        return Arrays.copyOf(decision.value(), decision.value().length - 1);
    }

    /** Where the engine would have put it. */
    void put(ConsumerRecord<byte[], byte[]> like, byte[] value) throws Exception {
        put(like.partition(), like.key(), value);
    }

    void putOnAnotherPartition(ConsumerRecord<byte[], byte[]> decision) throws Exception {
        int partitions = producer.partitionsFor(DECISIONS).size();
        put((decision.partition() + 1) % partitions, decision.key(), decision.value());
    }

    /** Under another account's name. */
    void putUnder(String account, ConsumerRecord<byte[], byte[]> decision) throws Exception {
        put(null, account.getBytes(StandardCharsets.US_ASCII), decision.value());
    }

    private void put(@Nullable Integer partition, byte[] key, byte[] value) throws Exception {
        producer.send(new ProducerRecord<>(DECISIONS, partition, key, value)).get();
    }

    @Override
    public void close() {
        producer.close();
        framing.close();
    }
}
