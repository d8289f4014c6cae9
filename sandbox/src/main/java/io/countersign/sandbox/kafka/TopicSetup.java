package io.countersign.sandbox.kafka;

import io.countersign.sandbox.settings.SandboxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;

/** Creates the topics that are missing and refuses the ones that are not as they should be. */
public final class TopicSetup {
    private final String bootstrapServers;

    public TopicSetup(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    /** Returns the names of the topics that it created. */
    public List<String> ensure(List<NewTopic> wanted) throws InterruptedException {
        try (Admin admin = BrokerAdmin.connect(bootstrapServers)) {
            Set<String> present = BrokerAdmin.await(admin.listTopics().names());
            List<NewTopic> missing = wanted.stream()
                    .filter(topic -> !present.contains(topic.name()))
                    .toList();
            BrokerAdmin.await(admin.createTopics(missing).all());
            check(
                    admin,
                    wanted.stream()
                            .filter(topic -> present.contains(topic.name()))
                            .toList());
            return missing.stream().map(NewTopic::name).toList();
        }
    }

    private static void check(Admin admin, List<NewTopic> existing) throws InterruptedException {
        Map<String, TopicDescription> descriptions = BrokerAdmin.await(
                admin.describeTopics(existing.stream().map(NewTopic::name).toList())
                        .allTopicNames());
        Map<ConfigResource, Config> configs = BrokerAdmin.await(admin.describeConfigs(
                        existing.stream().map(TopicSetup::resource).collect(Collectors.toSet()))
                .all());
        List<String> differences = new ArrayList<>();
        for (NewTopic topic : existing) {
            differences.addAll(differences(topic, Objects.requireNonNull(descriptions.get(topic.name()))));
            differences.addAll(differences(topic, Objects.requireNonNull(configs.get(resource(topic)))));
        }
        if (!differences.isEmpty()) {
            throw new SandboxException("the topics on disk are not those of this version (start once with --fresh): "
                    + String.join("; ", differences));
        }
    }

    private static List<String> differences(NewTopic topic, TopicDescription actual) {
        int partitions = actual.partitions().size();
        return partitions == topic.numPartitions()
                ? List.of()
                : List.of(topic.name() + " has " + partitions + " partitions, not " + topic.numPartitions());
    }

    private static List<String> differences(NewTopic topic, Config actual) {
        List<String> differences = new ArrayList<>();
        Map<String, String> wanted = topic.configs() == null ? Map.of() : topic.configs();
        wanted.forEach((key, value) -> {
            ConfigEntry entry = actual.get(key);
            String found = entry == null ? "" : entry.value();
            if (!value.equals(found)) {
                differences.add(topic.name() + " has " + key + "=" + found + ", not " + value);
            }
        });
        return differences;
    }

    private static ConfigResource resource(NewTopic topic) {
        return new ConfigResource(ConfigResource.Type.TOPIC, topic.name());
    }
}
