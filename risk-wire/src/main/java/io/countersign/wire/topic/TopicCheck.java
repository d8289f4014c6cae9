package io.countersign.wire.topic;

import io.countersign.wire.settings.KafkaConfig;
import io.countersign.wire.settings.StartException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Looks whether topics are there, before anything hangs on them. */
public final class TopicCheck {

    private TopicCheck() {}

    /**
     * The number of partitions of each of {@code topics}, by name.
     *
     * @throws StartException that names Kafka when it does not answer in time, or the first topic that is not there
     */
    public static Map<String, Integer> partitions(KafkaConfig kafka, List<Topic<?>> topics) {
        int timeout = Math.toIntExact(kafka.startTimeout().toMillis());
        Map<String, Object> settings = Map.of(
                CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, kafka.bootstrapServers(),
                CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG, timeout,
                CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG, timeout);
        Map<String, Integer> partitions = new HashMap<>();
        try (Admin admin = Admin.create(settings)) {
            List<String> names = topics.stream().<String>map(Topic::name).toList();
            Map<String, KafkaFuture<TopicDescription>> found =
                    admin.describeTopics(names).topicNameValues();
            for (Map.Entry<String, KafkaFuture<TopicDescription>> each : found.entrySet()) {
                partitions.put(each.getKey(), count(kafka, each.getKey(), each.getValue()));
            }
        } catch (KafkaException e) {
            throw unreachable(kafka, e);
        }
        return partitions;
    }

    private static int count(KafkaConfig kafka, String topic, KafkaFuture<TopicDescription> description) {
        try {
            return description
                    .get(kafka.startTimeout().toMillis(), TimeUnit.MILLISECONDS)
                    .partitions()
                    .size();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                throw new StartException(
                        "topic %s does not exist at %s: create it first".formatted(topic, kafka.bootstrapServers()), e);
            }
            throw unreachable(kafka, e);
        } catch (TimeoutException e) {
            throw unreachable(kafka, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartException("interrupted while looking for topics", e);
        }
    }

    private static StartException unreachable(KafkaConfig kafka, Exception cause) {
        return new StartException(
                "%s.bootstrap-servers: no Kafka answers at %s".formatted(KafkaConfig.PREFIX, kafka.bootstrapServers()),
                cause);
    }
}
