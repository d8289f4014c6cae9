package io.countersign.engine;

import io.countersign.wire.settings.KafkaConfig;
import io.countersign.wire.settings.StartException;
import io.countersign.wire.topic.Topic;
import io.countersign.wire.topic.TopicCheck;
import io.countersign.wire.topic.Topics;
import java.util.List;
import java.util.Map;

/** What must hold before the first decision: every topic, and one number of partitions. */
final class StartupCheck {

    private final KafkaConfig kafka;

    StartupCheck(KafkaConfig kafka) {
        this.kafka = kafka;
    }

    /** Returns how many partitions the topics have that are keyed by account. */
    int run() {
        Map<String, Integer> partitions = TopicCheck.partitions(kafka, Topics.EVERY);
        int expected = partitions.getOrDefault(Topics.REQUESTS.name(), 0);
        for (Topic<?> topic : List.of(
                Topics.CONTROLS,
                Topics.OUTCOMES,
                Topics.CLAIMED,
                Topics.DECISIONS,
                Topics.JOURNAL,
                Topics.CHECKPOINTS)) {
            int actual = partitions.getOrDefault(topic.name(), 0);
            if (actual != expected) {
                throw new StartException("topic %s has %d partitions, but %s has %d: they must be equal"
                        .formatted(topic.name(), actual, Topics.REQUESTS.name(), expected));
            }
        }
        return expected;
    }
}
