package io.countersign.relay.kafka;

import io.countersign.relay.config.KafkaConfig;
import io.countersign.relay.config.RelayStartException;
import io.countersign.wire.topic.Topics;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Looks whether the relay's topics are there, before anything hangs on them. */
public final class TopicCheck {

    private static final List<String> NEEDED = List.of(
            Topics.DECISIONS.name(), Topics.OUTCOMES.name(), Topics.DEAD_LETTERS.name(), Topics.REFERENCE_DATA.name());

    private TopicCheck() {}

    /** Throws a {@link RelayStartException} that names the first topic that is not there, or Kafka. */
    public static void requireAll(KafkaConfig kafka) {
        int timeout = Math.toIntExact(kafka.startTimeout().toMillis());
        Map<String, Object> settings = Map.of(
                CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG,
                kafka.bootstrapServers(),
                CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG,
                timeout,
                CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG,
                timeout);
        try (Admin admin = Admin.create(settings)) {
            Map<String, KafkaFuture<TopicDescription>> found =
                    admin.describeTopics(NEEDED).topicNameValues();
            for (String topic : NEEDED) {
                require(kafka, topic, Objects.requireNonNull(found.get(topic)));
            }
        } catch (KafkaException e) {
            throw new RelayStartException("countersign.kafka.bootstrap-servers: " + rootMessage(e), e);
        }
    }

    private static void require(KafkaConfig kafka, String topic, KafkaFuture<TopicDescription> description) {
        try {
            description.get(kafka.startTimeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            String what = e.getCause() instanceof UnknownTopicOrPartitionException
                    ? "does not exist; create it first"
                    : "cannot be looked up: " + rootMessage(e);
            throw new RelayStartException("topic %s at %s %s".formatted(topic, kafka.bootstrapServers(), what), e);
        } catch (TimeoutException e) {
            throw new RelayStartException("Kafka at %s does not answer".formatted(kafka.bootstrapServers()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RelayStartException("interrupted while looking for topics", e);
        }
    }

    private static String rootMessage(Throwable thrown) {
        Throwable root = thrown;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage());
    }
}
