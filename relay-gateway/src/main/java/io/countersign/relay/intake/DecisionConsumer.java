package io.countersign.relay.intake;

import io.countersign.relay.clearance.Clearance;
import io.countersign.relay.clearance.Ruling;
import io.countersign.relay.egress.BinanceClock;
import io.countersign.relay.telemetry.RelayMetrics;
import io.countersign.wire.codec.SchemasUnavailableException;
import io.countersign.wire.topic.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.utils.Utils;
import org.jboss.logging.Logger;

/**
 * Reads decisions and claims them. The committed offset is the claim: a batch is committed before any of it is sent, so what this
 * relay cannot commit, because it was fenced or is slow, it does not send; and what it committed nobody reads again.
 */
public final class DecisionConsumer implements Runnable {

    /** How many decisions are claimed at a time, at most. */
    public static final int BATCH = 64;

    private static final Logger LOG = Logger.getLogger(DecisionConsumer.class);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration POLL_WHILE_FULL = Duration.ofMillis(10);
    private static final Duration COMMIT = Duration.ofSeconds(5);
    private static final long PAUSE_MILLIS = 200;

    private final Consumer<byte[], byte[]> consumer;
    private final Clearance clearance;
    private final Handover handover;
    private final Flow flow;
    private final GroupMembership membership;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private int partitions;

    public DecisionConsumer(
            Consumer<byte[], byte[]> consumer, Judgement judgement, Handover handover, Flow flow, Duration drain) {
        this.consumer = consumer;
        this.clearance = judgement.clearance();
        this.handover = handover;
        this.flow = flow;
        this.membership = new GroupMembership(
                consumer,
                flow.inFlight(),
                drain,
                claimed -> handover.recover(judgement.lostClaims().before(claimed)));
    }

    /** How a record is judged, and what is judged again when others may have died over it. */
    public record Judgement(Clearance clearance, LostClaims lostClaims) {}

    /** What bounds and times the flow, and what counts it. */
    public record Flow(BinanceClock clock, InFlight inFlight, int batch, RelayMetrics metrics) {}

    /** Reads until {@link #stop}. */
    @Override
    public void run() {
        try (consumer) {
            partitions = consumer.partitionsFor(Topics.DECISIONS.name()).size();
            consumer.subscribe(List.of(Topics.DECISIONS.name()), membership);
            while (stopping.getCount() > 0) {
                next();
            }
        }
    }

    /** Takes no further decision. The batch at hand is finished. */
    public void stop() {
        stopping.countDown();
    }

    /** Whether this relay is a member of the group that shares the decisions out. */
    public boolean isMember() {
        return membership.isMember();
    }

    private void next() {
        boolean full = !flow.inFlight().hasRoomFor(flow.batch());
        if (full) {
            consumer.pause(consumer.assignment());
        } else {
            consumer.resume(consumer.paused());
        }
        ConsumerRecords<byte[], byte[]> records = consumer.poll(full ? POLL_WHILE_FULL : POLL);
        if (records.isEmpty()) {
            return;
        }
        List<Ruled> ruled;
        try {
            ruled = rule(records);
            handover.prepare();
            consumer.commitSync(records.nextOffsets(), COMMIT);
        } catch (CommitFailedException
                | RebalanceInProgressException
                | TimeoutException
                | SchemasUnavailableException e) {
            flow.metrics().unclaimed();
            LOG.warnf("batch not claimed, nothing of it sent records=%d reason=%s", records.count(), e.getMessage());
            rewind(records);
            return;
        }
        ruled.forEach(each -> handover.carryOut(each.record(), each.ruling()));
    }

    private List<Ruled> rule(ConsumerRecords<byte[], byte[]> records) {
        List<Ruled> ruled = new ArrayList<>(records.count());
        for (ConsumerRecord<byte[], byte[]> record : records) {
            ruled.add(new Ruled(record, rule(record)));
        }
        return ruled;
    }

    private Ruling rule(ConsumerRecord<byte[], byte[]> record) {
        byte[] key = record.key();
        // On another partition a copy would meet another relay, which does not remember the request.
        if (key == null || Utils.toPositive(Utils.murmur2(key)) % partitions != record.partition()) {
            return new Ruling.Distrust("the record is not on its account's partition");
        }
        return clearance.rule(key, record.value(), flow.clock().now());
    }

    /** The next poll reads the batch again, as far as it is still this relay's. */
    private void rewind(ConsumerRecords<byte[], byte[]> records) {
        for (TopicPartition partition : records.partitions()) {
            if (consumer.assignment().contains(partition)) {
                consumer.seek(partition, records.records(partition).getFirst().offset());
            }
        }
        try {
            boolean ignored = stopping.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            stop();
        }
    }

    private record Ruled(ConsumerRecord<byte[], byte[]> record, Ruling ruling) {}
}
