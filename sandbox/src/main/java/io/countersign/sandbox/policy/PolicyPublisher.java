package io.countersign.sandbox.policy;

import io.countersign.sandbox.settings.SandboxException;
import io.countersign.wire.codec.RegistryFraming;
import io.countersign.wire.codec.TopicCodec;
import io.countersign.wire.message.PolicyMessage;
import io.countersign.wire.policy.PolicyException;
import io.countersign.wire.policy.PolicyYaml;
import io.countersign.wire.topic.Topics;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.LongSerializer;

/** Publishes the next version of the policy, once it has been read without complaint. */
public final class PolicyPublisher {
    private final String bootstrapServers;
    private final String registryUrl;
    private final Clock clock;

    public PolicyPublisher(String bootstrapServers, String registryUrl, Clock clock) {
        this.bootstrapServers = bootstrapServers;
        this.registryUrl = registryUrl;
        this.clock = clock;
    }

    /** Publishes the document as the first version, if there is none. */
    public void publishFirst(String yaml, String publishedBy) throws InterruptedException {
        if (new PublishedVersions(bootstrapServers).latest() == 0) {
            send(1, yaml, publishedBy);
        }
    }

    /** Returns the version that the document became. */
    public long publish(String yaml, String publishedBy) throws InterruptedException {
        long version = new PublishedVersions(bootstrapServers).latest() + 1;
        send(version, yaml, publishedBy);
        return version;
    }

    private void send(long version, String yaml, String publishedBy) throws InterruptedException {
        try {
            PolicyYaml.parse(version, yaml);
        } catch (PolicyException e) {
            throw new SandboxException("not published: " + e.getMessage(), e);
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        PolicyMessage message = new PolicyMessage(version, yaml, publishedBy, now);
        try (RegistryFraming framing = new RegistryFraming(registryUrl);
                Producer<Long, byte[]> producer = producer()) {
            byte[] value = new TopicCodec<>(Topics.POLICIES, framing).encode(message);
            producer.send(new ProducerRecord<>(Topics.POLICIES.name(), version, value))
                    .get();
        } catch (ExecutionException e) {
            throw new SandboxException("not published: " + e.getMessage(), e);
        }
    }

    private Producer<Long, byte[]> producer() {
        return new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ProducerConfig.CLIENT_ID_CONFIG,
                        "policy-publisher",
                        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                        30_000,
                        ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                        10_000,
                        ProducerConfig.LINGER_MS_CONFIG,
                        0),
                new LongSerializer(),
                new ByteArraySerializer());
    }
}
