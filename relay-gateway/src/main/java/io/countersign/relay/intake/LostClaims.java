package io.countersign.relay.intake;

import io.countersign.domain.id.RequestId;
import io.countersign.domain.request.RequestFacts;
import io.countersign.relay.clearance.Clearance;
import io.countersign.wire.codec.Read;
import io.countersign.wire.codec.TopicCodec;
import io.countersign.wire.message.OutcomeMessage;
import io.countersign.wire.topic.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/**
 * Reads back what other relays claimed of late, and finds what they never told of, because they died between the two. What was
 * claimed stands before the committed offset; what was told stands on the topic of outcomes, whose partitions are the same.
 */
public final class LostClaims {

    /** Longer than a signature lives and an answer takes: what was claimed earlier than this before the last claim is told. */
    private static final Duration LONGEST_WAY = Duration.ofMinutes(5);

    /** Enough to meet a record among the transaction markers before the committed offset. */
    private static final long TAIL = 200;

    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Supplier<Consumer<byte[], byte[]>> readers;
    private final Clearance clearance;
    private final TopicCodec<OutcomeMessage> outcomes;

    /** Takes readers of committed records that belong to no group. */
    public LostClaims(
            Supplier<Consumer<byte[], byte[]>> readers, Clearance clearance, TopicCodec<OutcomeMessage> outcomes) {
        this.readers = readers;
        this.clearance = clearance;
        this.outcomes = outcomes;
    }

    /**
     * Approvals that were claimed.
     *
     * @param told those that have an outcome
     * @param untold those of which nobody knows what became
     */
    record Claims(List<RequestFacts> told, List<RequestFacts> untold) {}

    /** The approvals before {@code claimed}, the committed offset of each partition of decisions. */
    Claims before(Map<TopicPartition, Long> claimed) {
        try (Consumer<byte[], byte[]> reader = readers.get()) {
            Map<TopicPartition, Long> lastClaims = lastClaims(reader, claimed);
            Map<RequestId, RequestFacts> approved = new LinkedHashMap<>();
            read(reader, since(reader, lastClaims), claimed, each -> clearance
                    .approval(each.key(), each.value())
                    .ifPresent(facts -> approved.put(facts.id(), facts)));
            Map<RequestId, RequestFacts> untold = new LinkedHashMap<>(approved);
            if (!untold.isEmpty()) {
                removeTold(reader, lastClaims, untold);
            }
            approved.keySet().removeAll(untold.keySet());
            return new Claims(List.copyOf(approved.values()), List.copyOf(untold.values()));
        }
    }

    private void removeTold(
            Consumer<byte[], byte[]> reader,
            Map<TopicPartition, Long> lastClaims,
            Map<RequestId, RequestFacts> untold) {
        Map<TopicPartition, Long> told = lastClaims.entrySet().stream()
                .collect(Collectors.toMap(
                        each -> new TopicPartition(
                                Topics.OUTCOMES.name(), each.getKey().partition()),
                        Map.Entry::getValue));
        Map<TopicPartition, Long> ends = reader.endOffsets(told.keySet());
        read(reader, since(reader, told), ends, each -> {
            if (outcomes.read(each.value()) instanceof Read.Value<OutcomeMessage> outcome) {
                untold.remove(outcome.value().outcome().requestId());
            }
        });
    }

    /**
     * The time of the last record before each offset; without those before which there is none. A genuine decision says itself when it
     * was taken. What others may have written counts only if there is nothing else, and never for later than now: a time in the
     * future would hide everything.
     */
    private Map<TopicPartition, Long> lastClaims(Consumer<byte[], byte[]> reader, Map<TopicPartition, Long> claimed) {
        Map<TopicPartition, Long> from = new HashMap<>();
        reader.beginningOffsets(claimed.keySet())
                .forEach((partition, first) ->
                        from.put(partition, Math.max(first, claimed.getOrDefault(partition, 0L) - TAIL)));
        long now = System.currentTimeMillis();
        Map<TopicPartition, Long> last = new HashMap<>();
        Map<TopicPartition, Long> genuine = new HashMap<>();
        read(reader, from, claimed, each -> {
            TopicPartition partition = new TopicPartition(each.topic(), each.partition());
            last.merge(partition, Math.min(now, each.timestamp()), Math::max);
            clearance
                    .decidedAt(each.key(), each.value())
                    .ifPresent(at -> genuine.merge(partition, at.toEpochMilli(), Math::max));
        });
        last.putAll(genuine);
        return last;
    }

    private static Map<TopicPartition, Long> since(Consumer<byte[], byte[]> reader, Map<TopicPartition, Long> last) {
        Map<TopicPartition, Long> times = last.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue() - LONGEST_WAY.toMillis()));
        Map<TopicPartition, Long> offsets = new HashMap<>();
        for (Map.Entry<TopicPartition, OffsetAndTimestamp> each :
                reader.offsetsForTimes(times).entrySet()) {
            if (each.getValue() != null) {
                offsets.put(each.getKey(), each.getValue().offset());
            }
        }
        return offsets;
    }

    /** Every record from {@code from} up to {@code to}. */
    private static void read(
            Consumer<byte[], byte[]> reader,
            Map<TopicPartition, Long> from,
            Map<TopicPartition, Long> to,
            java.util.function.Consumer<ConsumerRecord<byte[], byte[]>> sink) {
        reader.assign(from.keySet());
        from.forEach(reader::seek);
        Instant giveUp = Instant.now().plus(PATIENCE);
        while (from.keySet().stream().anyMatch(each -> reader.position(each) < to.getOrDefault(each, 0L))) {
            for (ConsumerRecord<byte[], byte[]> each : reader.poll(POLL)) {
                TopicPartition partition = new TopicPartition(each.topic(), each.partition());
                if (each.offset() < to.getOrDefault(partition, 0L)) {
                    sink.accept(each);
                }
                giveUp = Instant.now().plus(PATIENCE);
            }
            if (Instant.now().isAfter(giveUp)) {
                throw new TimeoutException("what earlier relays claimed cannot be read back");
            }
        }
    }
}
