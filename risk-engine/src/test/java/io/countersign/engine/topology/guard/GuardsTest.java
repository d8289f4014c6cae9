package io.countersign.engine.topology.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.domain.control.EndpointClass;
import io.countersign.domain.money.Asset;
import io.countersign.domain.policy.Guard;
import io.countersign.domain.policy.LookUpRules;
import io.countersign.domain.policy.Memory;
import io.countersign.domain.policy.Policy;
import io.countersign.domain.policy.RuleBook;
import io.countersign.domain.policy.StepUp;
import io.countersign.engine.topology.input.DeadLetters;
import io.countersign.wire.codec.Read;
import io.countersign.wire.codec.SingleObjectFraming;
import io.countersign.wire.codec.TopicCodec;
import io.countersign.wire.message.AlertKind;
import io.countersign.wire.message.AlertMessage;
import io.countersign.wire.message.TallyMessage;
import io.countersign.wire.topic.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.LongDeserializer;
import org.apache.kafka.common.serialization.LongSerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A bad rule must not refuse everyone in silence. */
class GuardsTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Guard GUARD = new Guard(0.5, 10, HOUR);

    private final SingleObjectFraming framing = new SingleObjectFraming();
    private final TopicCodec<TallyMessage> tallies = new TopicCodec<>(Topics.TALLIES, framing);
    private final TopicCodec<AlertMessage> alerts = new TopicCodec<>(Topics.ALERTS, framing);
    private final List<AlertMessage> heard = new ArrayList<>();
    private final List<String> deadLetters = new ArrayList<>();
    private TopologyTestDriver driver;

    @BeforeEach
    void start(@TempDir Path stateDir) {
        Topology topology = new Topology();
        topology.addGlobalStore(
                Stores.keyValueStoreBuilder(
                                Stores.inMemoryKeyValueStore(Guards.POLICIES), Serdes.Long(), Serdes.ByteArray())
                        .withLoggingDisabled(),
                "policies-published",
                new LongDeserializer(),
                new ByteArrayDeserializer(),
                Topics.POLICIES.name(),
                "policies-keeper",
                Keeper::new);
        DeadLetters letters = new DeadLetters(new TopicCodec<>(Topics.DEAD_LETTERS, framing), deadLetters::add);
        Guards.addTo(
                topology, alerts, Guards.input(tallies, letters), (version, octets) -> policy(version), heard::add);
        Properties settings = new Properties();
        settings.put(StreamsConfig.STATE_DIR_CONFIG, stateDir.toString());
        driver = new TopologyTestDriver(topology, settings);
        publish(1);
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    @Test
    void moreThanTheShareRaisesAnAlertThatSaysSo() {
        tally(1, NOON, 7, 4);
        tally(1, NOON, 5, 3);

        AlertMessage alert = new AlertMessage(
                AlertKind.REJECTION_SHARE,
                1,
                EndpointClass.FUND_MOVING,
                12,
                7,
                7.0 / 12,
                NOON,
                NOON.plusSeconds(5),
                "policy 1 refused requests of 7 of 12 accounts (moving funds) since 2026-11-22T12:00:00Z:"
                        + " more than the 50.0 % of its guard");
        assertThat(raised()).containsExactly(alert);
        assertThat(heard).containsExactly(alert);
    }

    @Test
    void exactlyTheShareRaisesNone() {
        tally(1, NOON, 12, 6);

        assertThat(raised()).isEmpty();
    }

    @Test
    void fewerThanTheLeastRaiseNone() {
        tally(1, NOON, 9, 9);
        assertThat(raised()).isEmpty();

        tally(1, NOON, 1, 1);
        assertThat(raised()).hasSize(1);
    }

    @Test
    void aWindowRaisesOneAlertAndTheNextOneMore() {
        tally(1, NOON, 10, 10);
        tally(1, NOON, 10, 10);
        assertThat(raised()).hasSize(1);

        tally(1, NOON.plus(HOUR), 9, 9);
        assertThat(raised()).isEmpty();

        tally(1, NOON.plus(HOUR), 1, 1);
        assertThat(raised()).hasSize(1);
    }

    @Test
    void whatComesAfterItsWindowIsLeftOut() {
        tally(1, NOON.plus(HOUR), 9, 9);

        tally(1, NOON, 1, 1);

        assertThat(raised()).isEmpty();
    }

    @Test
    void versionsAndClassesAreCountedApart() {
        publish(2);
        tally(1, NOON, 9, 9);
        tally(2, NOON, 9, 9);
        tally(new TallyMessage(1, EndpointClass.READING, NOON, 9, 9));

        assertThat(raised()).isEmpty();
    }

    @Test
    void oneAlertAWindowWhicheverClassRaisedIt() {
        tally(1, NOON, 10, 10);
        tally(new TallyMessage(1, EndpointClass.READING, NOON, 10, 10));

        assertThat(raised()).hasSize(1);
    }

    @Test
    void aPolicyThatIsStillOnItsWayIsJudgedWhenItIsThere() {
        tally(3, NOON, 10, 10);
        assertThat(raised()).isEmpty();

        publish(3);
        tally(3, NOON, 1, 0);

        assertThat(raised()).singleElement().satisfies(alert -> assertThat(alert.decided())
                .isEqualTo(11));
    }

    @Test
    void aPolicyWithoutAGuardRaisesNone() {
        publish(99);

        tally(99, NOON, 100, 100);

        assertThat(raised()).isEmpty();
    }

    @Test
    void whatIsNoTallyIsADeadLetter() {
        driver.createInputTopic(Topics.TALLIES.name(), new LongSerializer(), new ByteArraySerializer())
                .pipeInput(2L, tallies.encode(new TallyMessage(1, EndpointClass.READING, NOON, 10, 10)), NOON);

        assertThat(deadLetters).containsExactly(Topics.TALLIES.name());
    }

    private void publish(long version) {
        driver.createInputTopic(Topics.POLICIES.name(), new LongSerializer(), new ByteArraySerializer())
                .pipeInput(version, new byte[] {1}, NOON);
    }

    private void tally(long version, Instant start, long decided, long rejected) {
        tally(new TallyMessage(version, EndpointClass.FUND_MOVING, start, decided, rejected));
    }

    private void tally(TallyMessage tally) {
        driver.createInputTopic(Topics.TALLIES.name(), new LongSerializer(), new ByteArraySerializer())
                .pipeInput(tally.policyVersion(), tallies.encode(tally), NOON.plusSeconds(5));
    }

    private List<AlertMessage> raised() {
        return driver
                .createOutputTopic(Topics.ALERTS.name(), new LongDeserializer(), new ByteArrayDeserializer())
                .readValuesToList()
                .stream()
                .map(octets -> ((Read.Value<AlertMessage>) alerts.read(octets)).value())
                .toList();
    }

    private static Policy policy(long version) {
        return new Policy(
                version,
                new Asset("USDT"),
                new Memory(HOUR, HOUR),
                new RuleBook(List.of(), null),
                Map.of(),
                Map.of(),
                new StepUp(HOUR, HOUR),
                LookUpRules.DEFAULT,
                version == 99 ? null : GUARD);
    }

    /** Stores what is published. */
    private static final class Keeper implements Processor<Long, byte[], Void, Void> {

        private @Nullable KeyValueStore<Long, byte[]> store;

        @Override
        public void init(ProcessorContext<Void, Void> context) {
            store = context.getStateStore(Guards.POLICIES);
        }

        @Override
        public void process(Record<Long, byte[]> published) {
            if (store != null) {
                store.put(published.key(), published.value());
            }
        }
    }
}
