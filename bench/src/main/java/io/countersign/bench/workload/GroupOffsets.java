package io.countersign.bench.workload;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/** How far a consumer group is with a topic: offsets summed over all partitions. */
public final class GroupOffsets implements AutoCloseable {

    private final Admin admin;
    private final String group;

    public GroupOffsets(String bootstrapServers, String group) {
        this.admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers));
        this.group = group;
    }

    /** What the group has committed. */
    public long committed(String topic) throws InterruptedException {
        Map<TopicPartition, OffsetAndMetadata> all =
                await(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
        return all.entrySet().stream()
                .filter(each -> each.getKey().topic().equals(topic) && each.getValue() != null)
                .mapToLong(each -> each.getValue().offset())
                .sum();
    }

    /** Where the topic ends. */
    public long end(String topic) throws InterruptedException {
        int partitions = await(
                        admin.describeTopics(List.of(topic)).allTopicNames().thenApply(Map::values))
                .iterator()
                .next()
                .partitions()
                .size();
        Map<TopicPartition, OffsetSpec> latest = IntStream.range(0, partitions)
                .mapToObj(each -> new TopicPartition(topic, each))
                .collect(Collectors.toMap(Function.identity(), each -> OffsetSpec.latest()));
        return await(admin.listOffsets(latest).all()).values().stream()
                .mapToLong(each -> each.offset())
                .sum();
    }

    /** Returns when the group has taken what is on the topic now. */
    public void awaitEnd(String topic) throws InterruptedException {
        Waiting.until(end(topic), "records of " + topic, () -> committed(topic));
    }

    @Override
    public void close() {
        admin.close();
    }

    private static <T> T await(KafkaFuture<T> answer) throws InterruptedException {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the broker does not answer", e.getCause());
        }
    }
}
