package io.countersign.bench.workload;

import io.countersign.domain.control.Authority;
import io.countersign.domain.control.Control;
import io.countersign.domain.control.ControlChange;
import io.countersign.domain.id.AccountId;
import io.countersign.domain.id.ControlId;
import io.countersign.wire.chain.Sha256;
import io.countersign.wire.codec.RegistryFraming;
import io.countersign.wire.codec.TopicCodec;
import io.countersign.wire.message.OutcomeMessage;
import io.countersign.wire.message.RequestMessage;
import io.countersign.wire.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** The engine's input topics, for whoever writes what the gateway and the relay would. Of any thread. */
public final class EngineInput implements AutoCloseable {

    /** How many controls {@link #policy} writes. */
    public static final int CONTROLS_OF_POLICY = 2;

    /** How many controls {@link #admit} writes. */
    public static final int CONTROLS_OF_MEMBER = 3;

    private static final int CONTROL_ID_OCTETS = 16;

    /** Large batches: what is measured comes after. */
    private static final int LINGER_MILLIS = 20;

    private static final int BATCH_OCTETS = 256 * 1024;

    private final TopicCodec<Control> controls;
    private final TopicCodec<RequestMessage> requests;
    private final TopicCodec<OutcomeMessage> outcomes;
    private final Producer<byte[], byte[]> producer;
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

    /** {@code framing} stays the caller's to close. */
    public EngineInput(String bootstrapServers, RegistryFraming framing) {
        controls = new TopicCodec<>(Topics.CONTROLS, framing);
        requests = new TopicCodec<>(Topics.REQUESTS, framing);
        outcomes = new TopicCodec<>(Topics.OUTCOMES, framing);
        ByteArraySerializer plain = new ByteArraySerializer();
        producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrapServers,
                        "acks",
                        "all",
                        "linger.ms",
                        LINGER_MILLIS,
                        "batch.size",
                        BATCH_OCTETS),
                plain,
                plain);
    }

    /** Publishes {@code yaml} as version {@code version} and makes it live, by two officers; the first version is 1. */
    public void policy(long version, String yaml) {
        control(AccountId.HOUSE, "officer-1", Authority.OFFICER, new ControlChange.ProposePolicy(yaml));
        control(AccountId.HOUSE, "officer-2", Authority.OFFICER, new ControlChange.ConfirmPolicy(version));
    }

    /** Gives an account its connection and its two addresses. */
    public void admit(Member member) {
        for (ControlChange change : List.of(
                new ControlChange.BindConnection(member.connection(), null),
                new ControlChange.AddAddress(member.home()),
                new ControlChange.AddAddress(member.second()))) {
            control(member.account(), member.account().value(), Authority.OWNER, change);
        }
    }

    /** As the gateway writes it. */
    public void request(RequestMessage request) {
        write(Topics.REQUESTS.name(), request.facts().account(), requests.encode(request));
    }

    /** As the relay writes it. */
    public void outcome(OutcomeMessage outcome) {
        write(Topics.OUTCOMES.name(), outcome.account(), outcomes.encode(outcome));
    }

    /** Returns when everything is acknowledged. */
    public void flush() {
        producer.flush();
        requireNoFailure();
    }

    @Override
    public void close() {
        producer.close();
    }

    private void control(AccountId account, String who, Authority authority, ControlChange change) {
        byte[] hash = Sha256.of((account + "/" + change).getBytes(StandardCharsets.UTF_8));
        ControlId id = new ControlId(HexFormat.of().formatHex(Arrays.copyOf(hash, CONTROL_ID_OCTETS)));
        write(Topics.CONTROLS.name(), account, controls.encode(new Control(id, account, who, authority, change)));
    }

    private void write(String topic, AccountId account, byte[] value) {
        requireNoFailure();
        byte[] key = account.value().getBytes(StandardCharsets.UTF_8);
        Future<?> unused = producer.send(new ProducerRecord<>(topic, key, value), (where, refused) -> {
            if (refused != null) {
                failure.compareAndSet(null, refused);
            }
        });
    }

    private void requireNoFailure() {
        Exception refused = failure.get();
        if (refused != null) {
            throw new IllegalStateException("the broker did not take what the load wrote", refused);
        }
    }
}
