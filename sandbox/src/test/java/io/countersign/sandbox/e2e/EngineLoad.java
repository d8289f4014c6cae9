package io.countersign.sandbox.e2e;

import io.countersign.domain.control.Authority;
import io.countersign.domain.control.Control;
import io.countersign.domain.control.ControlChange;
import io.countersign.domain.id.AccountId;
import io.countersign.domain.id.ConnectionId;
import io.countersign.domain.id.ControlId;
import io.countersign.domain.id.RequestId;
import io.countersign.domain.id.WireDigest;
import io.countersign.domain.money.Amount;
import io.countersign.domain.money.Asset;
import io.countersign.domain.money.Price;
import io.countersign.domain.request.Destination;
import io.countersign.domain.request.Endpoint;
import io.countersign.domain.request.RequestFacts;
import io.countersign.domain.request.Transfer;
import io.countersign.wire.codec.Read;
import io.countersign.wire.codec.RegistryFraming;
import io.countersign.wire.codec.TopicCodec;
import io.countersign.wire.message.DecisionMessage;
import io.countersign.wire.message.Octets;
import io.countersign.wire.message.RequestMessage;
import io.countersign.wire.topic.Topics;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Requests written where the gateway would write them, and how long each takes until its decision can be read. */
final class EngineLoad implements AutoCloseable {
    private static final int ACCOUNTS = 2_000;
    private static final int SEALED_OCTETS = 600;
    private static final Asset USDT = new Asset("USDT");
    private static final Destination HOME = new Destination("BSC", "0x94df", null);
    private static final Endpoint WITHDRAW = new Endpoint("POST", "/sapi/v1/capital/withdraw/apply");

    private final RegistryFraming framing;
    private final TopicCodec<RequestMessage> requests;
    private final TopicCodec<DecisionMessage> decisions;
    private final Producer<byte[], byte[]> producer;
    private final Consumer<byte[], byte[]> consumer;
    private final Thread reader;
    private final Map<String, Long> underWay = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<Long> latencies = new ConcurrentLinkedQueue<>();
    private int sent;

    EngineLoad(String bootstrapServers, String registry) {
        framing = new RegistryFraming(registry);
        requests = new TopicCodec<>(Topics.REQUESTS, framing);
        decisions = new TopicCodec<>(Topics.DECISIONS, framing);
        ByteArraySerializer plain = new ByteArraySerializer();
        producer = new KafkaProducer<>(Map.of("bootstrap.servers", bootstrapServers, "linger.ms", 0), plain, plain);
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers, "isolation.level", "read_committed"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(Topics.DECISIONS.name()).stream()
                .map(each -> new TopicPartition(each.topic(), each.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
        reader = Thread.ofPlatform().name("decision-reader").start(this::readDecisions);
    }

    /** Gives every account an address and a connection. */
    void admitAll() {
        TopicCodec<Control> controls = new TopicCodec<>(Topics.CONTROLS, framing);
        for (int i = 0; i < ACCOUNTS; i++) {
            AccountId account = account(i);
            List<ControlChange> changes =
                    List.of(new ControlChange.AddAddress(HOME), new ControlChange.BindConnection(phone(i), null));
            for (ControlChange change : changes) {
                ControlId id = new ControlId("%032x".formatted(2L * i + changes.indexOf(change)));
                write(
                        Topics.CONTROLS.name(),
                        account,
                        controls.encode(new Control(id, account, "bench", Authority.OWNER, change)));
            }
        }
        producer.flush();
    }

    void send() {
        int number = sent++;
        AccountId account = account(number % ACCOUNTS);
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        RequestId id = new RequestId("%032x".formatted(number));
        RequestFacts facts = new RequestFacts(
                id,
                account,
                phone(number % ACCOUNTS),
                WITHDRAW,
                true,
                new Transfer(new Amount(BigDecimal.ONE, USDT), HOME, "load-" + number),
                new Price(USDT, USDT, BigDecimal.ONE, now),
                null,
                WireDigest.of(new byte[32]),
                now.plusSeconds(60),
                now);
        byte[] value = requests.encode(new RequestMessage(facts, Octets.of(new byte[SEALED_OCTETS])));
        underWay.put(id.value(), System.nanoTime());
        write(Topics.REQUESTS.name(), account, value);
    }

    boolean isDone() {
        return underWay.isEmpty();
    }

    /** What was measured since the last call, in ascending order. */
    List<Duration> takeLatencies() {
        List<Duration> taken = new ArrayList<>();
        for (Long nanos = latencies.poll(); nanos != null; nanos = latencies.poll()) {
            taken.add(Duration.ofNanos(nanos));
        }
        taken.sort(Duration::compareTo);
        return taken;
    }

    @Override
    public void close() {
        consumer.wakeup();
        try {
            reader.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        producer.close();
        framing.close();
    }

    private void write(String topic, AccountId account, byte[] value) {
        Future<?> unused =
                producer.send(new ProducerRecord<>(topic, account.value().getBytes(StandardCharsets.UTF_8), value));
    }

    private void readDecisions() {
        try (consumer) {
            while (!Thread.currentThread().isInterrupted()) {
                consumer.poll(Duration.ofMillis(100)).forEach(each -> {
                    long now = System.nanoTime();
                    if (decisions.read(each.value()) instanceof Read.Value<DecisionMessage> read) {
                        Long since = underWay.remove(read.value().body().id());
                        if (since != null) {
                            latencies.add(now - since);
                        }
                    }
                });
            }
        } catch (WakeupException closed) {
            // Asked to end.
        }
    }

    private static AccountId account(int number) {
        return new AccountId("bench-" + number);
    }

    /** A key is one account's. */
    private static ConnectionId phone(int account) {
        return new ConnectionId("%032x".formatted(account));
    }
}
