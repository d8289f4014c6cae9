package io.countersign.engine;

import io.countersign.engine.topology.EngineCodecs;
import io.countersign.wire.codec.Read;
import io.countersign.wire.message.PolicyMessage;
import io.countersign.wire.policy.PolicyYaml;
import io.countersign.wire.topic.TopicSpec;
import io.countersign.wire.topic.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.LongDeserializer;
import org.jspecify.annotations.Nullable;

/** What must hold before the first decision: every topic, one number of partitions, a policy that can be read. */
final class StartupCheck {

    private final EngineConfig config;
    private final EngineCodecs codecs;

    StartupCheck(EngineConfig config, EngineCodecs codecs) {
        this.config = config;
        this.codecs = codecs;
    }

    void run() {
        requireTopics();
        requirePolicy();
    }

    private void requireTopics() {
        Map<String, Object> settings = Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, config.kafka().bootstrapServers());
        List<String> names = Topics.ALL.stream().map(TopicSpec::name).toList();
        long timeout = config.kafka().startTimeout().toMillis();
        try (Admin admin = Admin.create(settings)) {
            Map<String, TopicDescription> topics =
                    admin.describeTopics(names).allTopicNames().get(timeout, TimeUnit.MILLISECONDS);
            requireCoPartitioned(topics);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            if (cause instanceof UnknownTopicOrPartitionException) {
                throw new StartupException("a topic is missing, create all of %s first".formatted(names), e);
            }
            throw new StartupException(unreachable(), e);
        } catch (TimeoutException | KafkaException e) {
            throw new StartupException(unreachable(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartupException("interrupted while starting", e);
        }
    }

    private String unreachable() {
        return "countersign.kafka.bootstrap-servers: no broker answers at "
                + config.kafka().bootstrapServers();
    }

    private static void requireCoPartitioned(Map<String, TopicDescription> topics) {
        int expected = partitions(topics, Topics.REQUESTS.name());
        for (String name : List.of(
                Topics.CONTROLS.name(), Topics.OUTCOMES.name(), Topics.DECISIONS.name(), Topics.JOURNAL.name())) {
            if (partitions(topics, name) != expected) {
                throw new StartupException("topic %s has %d partitions, but %s has %d: they must be equal"
                        .formatted(name, partitions(topics, name), Topics.REQUESTS.name(), expected));
            }
        }
    }

    private static int partitions(Map<String, TopicDescription> topics, String name) {
        TopicDescription topic = topics.get(name);
        if (topic == null) {
            throw new StartupException("topic %s is missing".formatted(name));
        }
        return topic.partitions().size();
    }

    private void requirePolicy() {
        Map.Entry<Long, PolicyMessage> live = readPolicies().lastEntry();
        if (live == null) {
            throw new StartupException("no policy is published on %s: publish one, because without a policy "
                            .formatted(Topics.POLICIES.name())
                    + "every request is refused");
        }
        PolicyYaml.parse(live.getValue().version(), live.getValue().yaml());
    }

    private NavigableMap<Long, PolicyMessage> readPolicies() {
        Map<String, Object> settings = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                config.kafka().bootstrapServers(),
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
            throw new StartupException("cannot read %s: %s".formatted(Topics.POLICIES.name(), e.getMessage()), e);
        }
    }

    private PolicyMessage policy(ConsumerRecord<Long, byte @Nullable []> policyRecord) {
        return switch (codecs.policies().read(policyRecord.value())) {
            case Read.Value<PolicyMessage> read -> read.value();
            case Read.Unreadable<PolicyMessage> read ->
                throw new StartupException("policy at %s offset %d: %s"
                        .formatted(policyRecord.topic(), policyRecord.offset(), read.reason()));
        };
    }
}
