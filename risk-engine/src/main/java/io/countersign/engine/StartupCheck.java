package io.countersign.engine;

import io.countersign.engine.topology.EngineCodecs;
import io.countersign.wire.codec.Read;
import io.countersign.wire.message.PolicyMessage;
import io.countersign.wire.policy.PolicyYaml;
import io.countersign.wire.settings.KafkaConfig;
import io.countersign.wire.settings.StartException;
import io.countersign.wire.topic.Topic;
import io.countersign.wire.topic.TopicCheck;
import io.countersign.wire.topic.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.LongDeserializer;
import org.jspecify.annotations.Nullable;

/** What must hold before the first decision: every topic, one number of partitions, a policy that can be read. */
final class StartupCheck {

    private final KafkaConfig kafka;
    private final EngineCodecs codecs;

    StartupCheck(KafkaConfig kafka, EngineCodecs codecs) {
        this.kafka = kafka;
        this.codecs = codecs;
    }

    void run() {
        requireTopics();
        requirePolicy();
    }

    private void requireTopics() {
        Map<String, Integer> partitions = TopicCheck.partitions(kafka, Topics.EVERY);
        int expected = partitions.getOrDefault(Topics.REQUESTS.name(), 0);
        for (Topic<?> topic : List.of(Topics.CONTROLS, Topics.OUTCOMES, Topics.DECISIONS, Topics.JOURNAL)) {
            int actual = partitions.getOrDefault(topic.name(), 0);
            if (actual != expected) {
                throw new StartException("topic %s has %d partitions, but %s has %d: they must be equal"
                        .formatted(topic.name(), actual, Topics.REQUESTS.name(), expected));
            }
        }
    }

    private void requirePolicy() {
        Map.Entry<Long, PolicyMessage> live = readPolicies().lastEntry();
        if (live == null) {
            throw new StartException("no policy is published on %s: publish one, because without a policy "
                            .formatted(Topics.POLICIES.name())
                    + "every request is refused");
        }
        PolicyYaml.parse(live.getValue().version(), live.getValue().yaml());
    }

    private NavigableMap<Long, PolicyMessage> readPolicies() {
        Map<String, Object> settings = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                kafka.bootstrapServers(),
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed");
        NavigableMap<Long, PolicyMessage> policies = new TreeMap<>();
        try (Consumer<Long, byte[]> consumer =
                new KafkaConsumer<>(settings, new LongDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topics.POLICIES.name()).stream()
                    .map(each -> new TopicPartition(each.topic(), each.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(each -> consumer.position(each.getKey()) < each.getValue())) {
                consumer.poll(Duration.ofMillis(100)).forEach(each -> policies.put(each.key(), policy(each)));
            }
            return policies;
        } catch (KafkaException e) {
            throw new StartException("cannot read %s: %s".formatted(Topics.POLICIES.name(), e.getMessage()), e);
        }
    }

    private PolicyMessage policy(ConsumerRecord<Long, byte @Nullable []> policyRecord) {
        return switch (codecs.policies().read(policyRecord.value())) {
            case Read.Value<PolicyMessage> read -> read.value();
            case Read.Unreadable<PolicyMessage> read ->
                throw new StartException("policy at %s offset %d: %s"
                        .formatted(policyRecord.topic(), policyRecord.offset(), read.reason()));
        };
    }
}
