package io.countersign.sandbox.e2e;

import io.countersign.sandbox.demo.world.Poll;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.TopicPartition;

/** Whoever owns the brokers can do more than write: take records away, and move what a group has committed. */
final class BrokerOwner implements AutoCloseable {
    private static final Duration SESSION_AND_MORE = Duration.ofSeconds(30);

    /** What the brokers take for the end of a partition. */
    private static final long TO_THE_END = -1;

    private final Admin admin;

    BrokerOwner(String bootstrapServers) {
        admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers));
    }

    /** Returns when the group has no member any more: a killed one is missed only after its session. */
    void awaitNobodyIn(String group) throws Exception {
        GroupState state = Poll.until(
                SESSION_AND_MORE,
                () -> {
                    try {
                        return admin.describeConsumerGroups(List.of(group))
                                .describedGroups()
                                .values()
                                .iterator()
                                .next()
                                .get()
                                .groupState();
                    } catch (ExecutionException e) {
                        throw new IllegalStateException(e);
                    }
                },
                each -> each == GroupState.EMPTY);
        if (state != GroupState.EMPTY) {
            throw new IllegalStateException("the group %s is %s".formatted(group, state));
        }
    }

    /** Takes away every record so far; who has read them all does not notice. */
    void takeAway(String topic) throws Exception {
        Map<TopicPartition, RecordsToDelete> all = new HashMap<>();
        admin.describeTopics(List.of(topic)).allTopicNames().get().values().stream()
                .flatMap(each -> each.partitions().stream())
                .forEach(each ->
                        all.put(new TopicPartition(topic, each.partition()), RecordsToDelete.beforeOffset(TO_THE_END)));
        admin.deleteRecords(all).all().get();
    }

    /** Takes away every record so far, and lets {@code group} go on behind them. */
    void takeAway(TopicPartition partition, String group) throws Exception {
        long end = admin.listOffsets(Map.of(partition, OffsetSpec.latest()))
                .partitionResult(partition)
                .get()
                .offset();
        admin.deleteRecords(Map.of(partition, RecordsToDelete.beforeOffset(end)))
                .all()
                .get();
        admin.alterConsumerGroupOffsets(group, Map.of(partition, new OffsetAndMetadata(end)))
                .all()
                .get();
    }

    @Override
    public void close() {
        admin.close();
    }
}
