package io.countersign.engine.topology;

import io.countersign.domain.account.AccountEvent;
import io.countersign.domain.account.Outcome;
import io.countersign.domain.account.OutcomeClass;
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
import io.countersign.engine.topology.fanin.FanInWindow;
import io.countersign.wire.codec.Read;
import io.countersign.wire.codec.SingleObjectFraming;
import io.countersign.wire.codec.TopicCodec;
import io.countersign.wire.message.CheckpointMessage;
import io.countersign.wire.message.DecisionMessage;
import io.countersign.wire.message.JournalMessage;
import io.countersign.wire.message.Octets;
import io.countersign.wire.message.OutcomeMessage;
import io.countersign.wire.message.RequestMessage;
import io.countersign.wire.sign.CountersignatureVerifier;
import io.countersign.wire.topic.Topics;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyDescription;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;

/** The topology under a test driver, with one account and one policy. */
final class EngineHarness implements AutoCloseable {

    static final Duration WEEK = Duration.ofDays(7);
    static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    static final Duration CHECKPOINT_INTERVAL = Duration.ofSeconds(5);
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
    private final EngineKeys keys = new EngineKeys();
    private final TopologyTestDriver driver;
    final Set<TopologyDescription.Subtopology> parts = new HashSet<>();
    private int controls;

    EngineHarness(Path stateDir) {
        this(stateDir, 1);
        publish(1, POLICY);
    }

    private EngineHarness(Path stateDir, int partitions) {
        driver = newDriver(stateDir, partitions);
    }

    /** Nothing has happened yet, and the driver's one partition is the first of {@code partitions}. */
    static EngineHarness bare(Path stateDir, int partitions) {
        return new EngineHarness(stateDir, partitions);
    }

    @Override
    public void close() {
        driver.close();
    }

    void admit() {
        control(new ControlChange.AddAddress(HOME));
        control(new ControlChange.BindConnection(PHONE, null));
    }

    /** Two officers make {@code yaml} the live policy; it must be the next version. */
    void publish(long version, String yaml) {
        house("olivia", new ControlChange.ProposePolicy(yaml));
        house("otto", new ControlChange.ConfirmPolicy(version));
    }

    void house(String officer, ControlChange change) {
        control(new Control(nextControl(), AccountId.HOUSE, officer, Authority.OFFICER, change));
    }

    void control(ControlChange change) {
        control(ALICE, change);
    }

    void officer(String name, AccountId account, ControlChange change) {
        control(new Control(nextControl(), account, name, Authority.OFFICER, change));
    }

    void control(AccountId account, ControlChange change) {
        control(new Control(nextControl(), account, account.value(), Authority.OWNER, change));
    }

    private void control(Control control) {
        input(Topics.CONTROLS.name())
                .pipeInput(key(control.account()), codecs.controls().encode(control), NOON);
    }

    private ControlId nextControl() {
        return new ControlId("%032x".formatted(++controls));
    }

    void send(RequestFacts facts) {
        byte[] value = codecs.requests().encode(new RequestMessage(facts, SEALED));
        input(Topics.REQUESTS.name()).pipeInput(key(facts.account()), value, facts.receivedAt());
    }

    void passTime(Duration time) {
        driver.advanceWallClockTime(time);
    }

    void outcome(int number, OutcomeClass outcome) {
        tell(new Outcome(id(number), outcome, 400, null, "told by a test", NOON));
    }

    void tell(Outcome told) {
        byte[] value = codecs.outcomes().encode(new OutcomeMessage(ALICE, told, null, null));
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

    /** Alice's. */
    List<AccountEvent> events() {
        return journal(ALICE).map(JournalMessage::event).toList();
    }

    Stream<JournalMessage> journal(AccountId account) {
        OpenedJournal opened = new OpenedJournal(codecs, keys.wrapping(), read(Topics.DATA_KEYS.name()));
        return read(Topics.JOURNAL.name()).stream()
                .map(entry -> opened.open(value(codecs.journal(), entry.value())))
                .filter(message -> message.account().equals(account));
    }

    List<CheckpointMessage> checkpoints() {
        return read(Topics.CHECKPOINTS.name()).stream()
                .map(each -> value(codecs.checkpoints(), each.value()))
                .toList();
    }

    void passInterval() {
        passTime(CHECKPOINT_INTERVAL);
    }

    /** Everything written to {@code topic} so far. */
    List<TestRecord<byte[], byte[]>> read(String topic) {
        List<TestRecord<byte[], byte[]>> records = written.computeIfAbsent(topic, each -> new ArrayList<>());
        records.addAll(driver.createOutputTopic(topic, new ByteArrayDeserializer(), new ByteArrayDeserializer())
                .readRecordsToList());
        return records;
    }

    CountersignatureVerifier verifier() {
        return keys.verifier();
    }

    private TopologyTestDriver newDriver(Path stateDir, int partitions) {
        Properties settings = new Properties();
        settings.put(StreamsConfig.STATE_DIR_CONFIG, stateDir.toString());
        DecisionListener listener = new HeardDeadLetters(deadLetters);
        Topology topology = EngineTopology.build(
                codecs,
                keys.countersigner(),
                listener,
                new EngineShape(CHECKPOINT_INTERVAL, new FanInWindow(WEEK), partitions),
                keys.wrapping());
        parts.addAll(topology.describe().subtopologies());
        return new TopologyTestDriver(topology, settings, NOON);
    }

    static RequestFacts withdrawal(int number, long amount) {
        return withdrawal(number, ALICE, PHONE, amount, NOON);
    }

    static RequestFacts withdrawal(int number, AccountId account, ConnectionId connection, long amount, Instant at) {
        return new RequestFacts(
                id(number),
                account,
                connection,
                new Endpoint("POST", "/withdraw"),
                true,
                new Transfer(new Amount(BigDecimal.valueOf(amount), USDT), HOME, null),
                new Price(USDT, USDT, BigDecimal.ONE, at),
                null,
                WireDigest.of(new byte[32]),
                at.plusSeconds(5),
                at);
    }

    private static RequestId id(int number) {
        return new RequestId("%032x".formatted(number));
    }

    static byte[] key(AccountId account) {
        return account.value().getBytes(StandardCharsets.UTF_8);
    }

    static <T> T value(TopicCodec<T> codec, byte[] octets) {
        return ((Read.Value<T>) codec.read(octets)).value();
    }
}
