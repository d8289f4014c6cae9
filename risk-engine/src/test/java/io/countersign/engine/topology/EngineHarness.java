package io.countersign.engine.topology;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.PublicKeySign;
import com.google.crypto.tink.PublicKeyVerify;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.signature.PredefinedSignatureParameters;
import com.google.crypto.tink.signature.SignatureConfig;
import io.countersign.domain.account.AccountEvent;
import io.countersign.domain.account.AccountEvent.RequestDecided;
import io.countersign.domain.account.Outcome;
import io.countersign.domain.account.OutcomeClass;
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
import io.countersign.wire.codec.SingleObjectFraming;
import io.countersign.wire.codec.TopicCodec;
import io.countersign.wire.message.DecisionMessage;
import io.countersign.wire.message.Octets;
import io.countersign.wire.message.OutcomeMessage;
import io.countersign.wire.message.PolicyMessage;
import io.countersign.wire.message.RequestMessage;
import io.countersign.wire.sign.CountersignatureVerifier;
import io.countersign.wire.sign.Countersigner;
import io.countersign.wire.topic.Topics;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.LongSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;

/** The topology under a test driver, with one account and one policy. */
final class EngineHarness implements AutoCloseable {

    static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    static final AccountId ALICE = new AccountId("alice");
    static final ConnectionId PHONE = new ConnectionId("c0".repeat(16));
    static final Asset USDT = new Asset("USDT");
    static final Destination HOME = new Destination("ETH", "0x94df", null);
    static final Octets SEALED = Octets.of(new byte[] {1, 2, 3});
    static final String POLICY = """
            zone: UTC
            quote: USDT
            endpoints: [POST /withdraw, GET /balances]
            limits: {perTransaction: 600, calendarDay: 1000, rolling24h: 1000}
            priceMaxAge: PT60S
            retryHorizon: PT1H
            """;

    final EngineCodecs codecs = new EngineCodecs(new SingleObjectFraming());
    final List<String> deadLetters = new ArrayList<>();
    private final Map<String, List<TestRecord<byte[], byte[]>>> written = new HashMap<>();
    private final KeysetHandle keys = newKeys();
    private final TopologyTestDriver driver;

    EngineHarness(Path stateDir) {
        driver = newDriver(stateDir);
        publish(1, POLICY);
    }

    @Override
    public void close() {
        driver.close();
    }

    void admit() {
        control(1, new ControlChange.AddAddress(HOME));
        control(2, new ControlChange.BindConnection(PHONE));
    }

    void publish(long version, String yaml) {
        driver.createInputTopic(Topics.POLICIES.name(), new LongSerializer(), new ByteArraySerializer())
                .pipeInput(version, codecs.policies().encode(new PolicyMessage(version, yaml, "olivia", NOON)));
    }

    void control(int number, ControlChange change) {
        Control control = new Control(new ControlId("%032x".formatted(number)), ALICE, "alice", change);
        input(Topics.CONTROLS.name()).pipeInput(key(ALICE), codecs.controls().encode(control), NOON);
    }

    void send(RequestFacts facts) {
        byte[] value = codecs.requests().encode(new RequestMessage(facts, SEALED));
        input(Topics.REQUESTS.name()).pipeInput(key(ALICE), value, NOON);
    }

    void outcome(int number, OutcomeClass outcome) {
        Outcome told = new Outcome(id(number), outcome, 400, null, "told by a test", NOON);
        byte[] value = codecs.outcomes().encode(new OutcomeMessage(ALICE, told, null));
        input(Topics.OUTCOMES.name()).pipeInput(key(ALICE), value, NOON);
    }

    TestInputTopic<byte[], byte[]> input(String topic) {
        return driver.createInputTopic(topic, new ByteArraySerializer(), new ByteArraySerializer());
    }

    List<DecisionMessage> decisions() {
        List<DecisionMessage> decisions = new ArrayList<>();
        for (TestRecord<byte[], byte[]> entry : read(Topics.DECISIONS.name())) {
            decisions.add(value(codecs.decisions(), entry.value()));
        }
        return decisions;
    }

    List<AccountEvent> events() {
        return read(Topics.JOURNAL.name()).stream()
                .map(entry -> value(codecs.journal(), entry.value()).event())
                .toList();
    }

    /** Everything written to {@code topic} so far. */
    List<TestRecord<byte[], byte[]>> read(String topic) {
        List<TestRecord<byte[], byte[]>> records = written.computeIfAbsent(topic, each -> new ArrayList<>());
        records.addAll(driver.createOutputTopic(topic, new ByteArrayDeserializer(), new ByteArrayDeserializer())
                .readRecordsToList());
        return records;
    }

    CountersignatureVerifier verifier() throws GeneralSecurityException {
        return new CountersignatureVerifier(
                keys.getPublicKeysetHandle().getPrimitive(RegistryConfiguration.get(), PublicKeyVerify.class));
    }

    private TopologyTestDriver newDriver(Path stateDir) {
        Properties settings = new Properties();
        settings.put(StreamsConfig.STATE_DIR_CONFIG, stateDir.toString());
        DecisionListener listener = new DecisionListener() {

            @Override
            public void decided(RequestDecided decided) {}

            @Override
            public void deadLetter(String topic) {
                deadLetters.add(topic);
            }
        };
        return new TopologyTestDriver(EngineTopology.build(codecs, new Countersigner(signer()), listener), settings);
    }

    private PublicKeySign signer() {
        try {
            return keys.getPrimitive(RegistryConfiguration.get(), PublicKeySign.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeysetHandle newKeys() {
        try {
            SignatureConfig.register();
            return KeysetHandle.generateNew(PredefinedSignatureParameters.ED25519, RegistryConfiguration.get());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static RequestFacts withdrawal(int number, long amount) {
        return new RequestFacts(
                id(number),
                ALICE,
                PHONE,
                new Endpoint("POST", "/withdraw"),
                true,
                new Transfer(new Amount(BigDecimal.valueOf(amount), USDT), HOME, null),
                new Price(USDT, USDT, BigDecimal.ONE, NOON),
                WireDigest.of(new byte[32]),
                NOON.plusSeconds(5),
                NOON);
    }

    private static RequestId id(int number) {
        return new RequestId("%032x".formatted(number));
    }

    static byte[] key(AccountId account) {
        return account.value().getBytes(StandardCharsets.UTF_8);
    }

    static <T> T value(TopicCodec<T> codec, byte[] octets) {
        if (codec.read(octets) instanceof Read.Value<T> read) {
            return read.value();
        }
        throw new AssertionError("unreadable");
    }
}
