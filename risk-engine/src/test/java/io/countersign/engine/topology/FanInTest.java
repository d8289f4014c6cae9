package io.countersign.engine.topology;

import static io.countersign.engine.topology.EngineHarness.ALICE;
import static io.countersign.engine.topology.EngineHarness.HOME;
import static io.countersign.engine.topology.EngineHarness.NOON;
import static io.countersign.engine.topology.EngineHarness.WEEK;
import static io.countersign.engine.topology.EngineHarness.value;
import static io.countersign.engine.topology.EngineHarness.withdrawal;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.domain.account.AccountEvent.RequestDecided;
import io.countersign.domain.control.ControlChange;
import io.countersign.domain.id.AccountId;
import io.countersign.domain.id.ConnectionId;
import io.countersign.wire.destination.DestinationKey;
import io.countersign.wire.message.FanInMessage;
import io.countersign.wire.message.JournalMessage;
import io.countersign.wire.topic.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One destination that many accounts send to within a window. */
class FanInTest {

    private static final AccountId BOB = new AccountId("bob");
    private static final AccountId CAROL = new AccountId("carol");

    private final Set<AccountId> admitted = new HashSet<>();
    private EngineHarness engine;
    private int number;

    @BeforeEach
    void start(@TempDir Path stateDir) {
        engine = new EngineHarness(stateDir);
    }

    @AfterEach
    void stop() {
        engine.close();
    }

    @Test
    void aDecisionRecordsHowManyOtherAccountsSentToItsDestination() {
        send(ALICE, 1, NOON);
        send(BOB, 1, NOON);
        send(CAROL, 1, NOON);
        send(CAROL, 1, NOON);

        // Bob is the second: before him the destination was Alice's alone, which nobody needs to know.
        assertThat(counted(ALICE)).containsExactly(0);
        assertThat(counted(BOB)).containsExactly(0);
        assertThat(counted(CAROL)).containsExactly(2, 2);
    }

    @Test
    void onlyApprovalsCount() {
        send(ALICE, 601, NOON);
        send(BOB, 601, NOON);
        send(CAROL, 1, NOON);

        assertThat(counted(CAROL)).containsExactly(0);
        assertThat(published()).isEmpty();
    }

    @Test
    void whatIsAsOldAsTheWindowHasLeftIt() {
        send(ALICE, 1, NOON);
        send(BOB, 1, NOON.plusMillis(1));

        send(CAROL, 601, NOON.plus(WEEK).minusMillis(1));
        send(CAROL, 601, NOON.plus(WEEK));
        send(CAROL, 601, NOON.plus(WEEK).plusMillis(1));

        assertThat(counted(CAROL)).containsExactly(2, 1, 0);
    }

    @Test
    void aDestinationOfOneAccountIsNotPublished() {
        send(ALICE, 1, NOON);
        send(ALICE, 1, NOON.plusSeconds(1));

        assertThat(published()).isEmpty();
    }

    @Test
    void aSharedDestinationIsPublishedAndBuriedWhenItIsOneAccountsAgain() {
        send(ALICE, 1, NOON);
        send(BOB, 1, NOON.plusSeconds(60));
        engine.passTime(WEEK.minusSeconds(10));

        assertThat(published()).hasSize(1);

        engine.passTime(Duration.ofSeconds(10));

        assertThat(published()).hasSize(2).last().satisfies(tombstone -> {
            assertThat(tombstone.value()).isNull();
            assertThat(tombstone.key()).isEqualTo(DestinationKey.of(HOME).toBytes());
        });
    }

    @Test
    void whatIsStillSharedIsPublishedWithoutThoseWhoLeft() {
        send(ALICE, 1, NOON);
        send(BOB, 1, NOON.plusSeconds(60));
        send(CAROL, 1, NOON.plusSeconds(60));

        engine.passTime(WEEK);

        assertThat(senders(published().getLast())).containsExactly(BOB, CAROL);
    }

    private void send(AccountId account, long amount, Instant at) {
        ConnectionId phone = new ConnectionId("%032x".formatted(account.hashCode()));
        if (admitted.add(account)) {
            engine.control(account, new ControlChange.AddAddress(HOME));
            engine.control(account, new ControlChange.BindConnection(phone, null));
        }
        engine.send(withdrawal(++number, account, phone, amount, at));
    }

    private List<Integer> counted(AccountId account) {
        return engine.journal(account)
                .map(JournalMessage::event)
                .filter(RequestDecided.class::isInstance)
                .map(event -> ((RequestDecided) event).circumstances().destinationAccounts())
                .toList();
    }

    private List<TestRecord<byte[], byte[]>> published() {
        return engine.read(Topics.FAN_IN.name());
    }

    private List<AccountId> senders(TestRecord<byte[], byte[]> published) {
        return value(engine.codecs.fanIn(), published.value()).senders().stream()
                .map(FanInMessage.Sender::account)
                .toList();
    }
}
