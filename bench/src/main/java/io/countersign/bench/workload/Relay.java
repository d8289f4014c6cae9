package io.countersign.bench.workload;

import io.countersign.domain.account.Outcome;
import io.countersign.domain.account.OutcomeClass;
import io.countersign.domain.finding.DecisionStatus;
import io.countersign.domain.id.RequestId;
import io.countersign.wire.codec.Read;
import io.countersign.wire.codec.RegistryFraming;
import io.countersign.wire.codec.TopicCodec;
import io.countersign.wire.message.DecisionBody;
import io.countersign.wire.message.DecisionKind;
import io.countersign.wire.message.DecisionMessage;
import io.countersign.wire.message.OutcomeMessage;
import io.countersign.wire.topic.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Tells an outcome of every approval, as a relay would that sent it: of a hundred, 92 were done, 4 refused, 2 came too late, and of
 * 2 nobody knows. Which is which hangs on the request's id.
 */
public final class Relay implements AutoCloseable {

    private static final int DONE_PERCENT = 92;
    private static final int REFUSED_PERCENT = 96;
    private static final int EXPIRED_PERCENT = 98;
    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;
    private static final int INSUFFICIENT_BALANCE = -4026;
    private static final Duration POLL = Duration.ofMillis(100);
    private static final int HEX = 16;

    private final TopicCodec<DecisionMessage> codec;
    private final EngineInput input;
    private final Consumer<byte[], byte[]> consumer;
    private final Thread reader;
    private final AtomicLong controls = new AtomicLong();
    private final AtomicLong decided = new AtomicLong();

    /** Reads decisions from now on. {@code framing} and {@code input} stay the caller's to close. */
    public Relay(String bootstrapServers, RegistryFraming framing, EngineInput input) {
        this.codec = new TopicCodec<>(Topics.DECISIONS, framing);
        this.input = input;
        ByteArrayDeserializer plain = new ByteArrayDeserializer();
        this.consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers, "isolation.level", "read_committed"), plain, plain);
        List<TopicPartition> partitions = consumer.partitionsFor(Topics.DECISIONS.name()).stream()
                .map(each -> new TopicPartition(each.topic(), each.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
        this.reader = Thread.ofPlatform().name("bench-relay").start(this::run);
    }

    /** How many controls were answered, refusals included. */
    public long controls() {
        return controls.get();
    }

    /** How many requests were answered: two reads of one account within a millisecond have one name, and the second is a repeat. */
    public long decided() {
        return decided.get();
    }

    @Override
    public void close() {
        consumer.wakeup();
        try {
            reader.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try (consumer) {
            while (!Thread.currentThread().isInterrupted()) {
                consumer.poll(POLL).forEach(each -> take(each.value()));
            }
        } catch (WakeupException closed) {
            // Asked to end.
        }
    }

    private void take(byte[] octets) {
        if (!(codec.read(octets) instanceof Read.Value<DecisionMessage> read)) {
            throw new IllegalStateException("a decision that cannot be read");
        }
        DecisionBody body = read.value().body();
        if (body.kind() == DecisionKind.CONTROL) {
            controls.incrementAndGet();
            return;
        }
        if (body.kind() == DecisionKind.REQUEST && body.status() == DecisionStatus.APPROVED) {
            input.outcome(new OutcomeMessage(body.account(), outcome(body), null, null));
        }
        decided.incrementAndGet();
    }

    private static Outcome outcome(DecisionBody body) {
        RequestId id = new RequestId(body.id());
        int percent = Integer.parseInt(body.id().substring(0, 6), HEX) % 100;
        if (percent < DONE_PERCENT) {
            return new Outcome(id, OutcomeClass.DONE, OK, null, "Binance did it", body.decidedAt());
        }
        if (percent < REFUSED_PERCENT) {
            return new Outcome(
                    id,
                    OutcomeClass.REFUSED,
                    BAD_REQUEST,
                    INSUFFICIENT_BALANCE,
                    "Binance refused it",
                    body.decidedAt());
        }
        return percent < EXPIRED_PERCENT
                ? new Outcome(id, OutcomeClass.EXPIRED, null, null, "there was no time left to send it", null)
                : new Outcome(id, OutcomeClass.UNKNOWN, null, null, "Binance did not answer in time", body.decidedAt());
    }
}
