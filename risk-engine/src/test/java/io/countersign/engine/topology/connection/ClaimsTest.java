package io.countersign.engine.topology.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.domain.control.Authority;
import io.countersign.domain.control.Control;
import io.countersign.domain.control.ControlChange;
import io.countersign.domain.id.AccountId;
import io.countersign.domain.id.ConnectionId;
import io.countersign.domain.id.ControlId;
import io.countersign.engine.topology.input.DeadLetters;
import io.countersign.wire.codec.Read;
import io.countersign.wire.codec.SingleObjectFraming;
import io.countersign.wire.codec.TopicCodec;
import io.countersign.wire.message.ClaimMessage;
import io.countersign.wire.message.ClaimResult;
import io.countersign.wire.message.ClaimedMessage;
import io.countersign.wire.topic.Topics;
import java.nio.file.Path;
import java.util.Properties;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The claims alone, so that what the accounts have not taken note of yet is still under way. Grants are 0, 1, 2 and so on. */
class ClaimsTest {

    private static final AccountId ALICE = new AccountId("alice");
    private static final AccountId MALLORY = new AccountId("mallory");
    private static final ConnectionId PHONE = new ConnectionId("c0".repeat(16));

    private final SingleObjectFraming framing = new SingleObjectFraming();
    private final TopicCodec<ClaimMessage> claims = new TopicCodec<>(Topics.CLAIMS, framing);
    private final TopicCodec<ClaimedMessage> claimed = new TopicCodec<>(Topics.CLAIMED, framing);
    private TopologyTestDriver driver;

    @BeforeEach
    void start(@TempDir Path stateDir) {
        Topology topology = new Topology();
        DeadLetters letters = new DeadLetters(new TopicCodec<>(Topics.DEAD_LETTERS, framing), topic -> {});
        Connections.addTo(topology, claims, claimed, letters);
        Properties settings = new Properties();
        settings.put(StreamsConfig.STATE_DIR_CONFIG, stateDir.toString());
        driver = new TopologyTestDriver(topology, settings);
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    @Test
    void aResultIsKeyedByItsAccount() {
        assertThat(bind(ALICE).key).isEqualTo("alice");
        assertThat(bind(MALLORY).key).isEqualTo("mallory");
    }

    @Test
    void anEndedKeyIsNotFreeBeforeItsAccountHasReleasedIt() {
        bind(ALICE);
        assertThat(unbind(ALICE).value.grant()).isZero();
        assertThat(bind(MALLORY).value.result()).isEqualTo(ClaimResult.TAKEN);

        release(ALICE, 0);

        assertThat(bind(MALLORY).value.result()).isEqualTo(ClaimResult.GRANTED);
    }

    /** The account bound, unbound and bound again before anyone saw its release. */
    @Test
    void theReleaseOfAnEarlierGrantFreesNothing() {
        bind(ALICE);
        unbind(ALICE);
        bind(ALICE);

        release(ALICE, 0);
        assertThat(bind(MALLORY).value.result()).isEqualTo(ClaimResult.TAKEN);

        release(ALICE, 2);
        assertThat(bind(MALLORY).value.result()).isEqualTo(ClaimResult.GRANTED);
    }

    @Test
    void twoUnbindsOfOneGrantReleaseItOnceAndForAll() {
        bind(ALICE);
        unbind(ALICE);
        unbind(ALICE);
        release(ALICE, 0);
        bind(ALICE);

        release(ALICE, 0);

        assertThat(bind(MALLORY).value.result()).isEqualTo(ClaimResult.TAKEN);
    }

    @Test
    void whoDoesNotHaveTheKeyHasNothingToRelease() {
        bind(ALICE);

        KeyValue<String, ClaimedMessage> ended = unbind(MALLORY);
        release(MALLORY, 0);

        assertThat(ended.value.result()).isEqualTo(ClaimResult.ENDED);
        assertThat(ended.value.grant()).isNull();
        assertThat(bind(MALLORY).value.result()).isEqualTo(ClaimResult.TAKEN);
    }

    private KeyValue<String, ClaimedMessage> bind(AccountId account) {
        return ask(account, new ControlChange.BindConnection(PHONE, null));
    }

    private KeyValue<String, ClaimedMessage> unbind(AccountId account) {
        return ask(account, new ControlChange.UnbindConnection(PHONE));
    }

    private KeyValue<String, ClaimedMessage> ask(AccountId account, ControlChange change) {
        ControlId id = new ControlId("0".repeat(32));
        claim(new ClaimMessage.Asked(new Control(id, account, account.value(), Authority.OWNER, change)));
        KeyValue<String, byte[]> result = driver.createOutputTopic(
                        Topics.CLAIMED.name(), new StringDeserializer(), new ByteArrayDeserializer())
                .readKeyValue();
        if (claimed.read(result.value) instanceof Read.Value<ClaimedMessage> read) {
            return KeyValue.pair(result.key, read.value());
        }
        throw new AssertionError("unreadable");
    }

    private void release(AccountId account, long grant) {
        claim(new ClaimMessage.Released(account, PHONE, grant));
    }

    private void claim(ClaimMessage claim) {
        driver.createInputTopic(Topics.CLAIMS.name(), new ByteArraySerializer(), new ByteArraySerializer())
                .pipeInput(Connections.key(claim), claims.encode(claim));
    }
}
