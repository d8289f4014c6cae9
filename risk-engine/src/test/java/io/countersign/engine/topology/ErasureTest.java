package io.countersign.engine.topology;

import static io.countersign.engine.topology.EngineHarness.ALICE;
import static io.countersign.engine.topology.EngineHarness.HOME;
import static io.countersign.engine.topology.EngineHarness.NOON;
import static io.countersign.engine.topology.EngineHarness.PHONE;
import static io.countersign.engine.topology.EngineHarness.value;
import static io.countersign.engine.topology.EngineHarness.withdrawal;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.domain.account.AccountEvent;
import io.countersign.domain.account.AccountEvent.AccountErased;
import io.countersign.domain.account.OutcomeClass;
import io.countersign.domain.control.ControlChange;
import io.countersign.domain.finding.DecisionStatus;
import io.countersign.domain.id.AccountId;
import io.countersign.domain.id.ControlId;
import io.countersign.wire.message.DecisionMessage;
import io.countersign.wire.message.JournalContent;
import io.countersign.wire.message.JournalMessage;
import io.countersign.wire.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ErasureTest {

    private static final AccountId BOB = new AccountId("bob");

    private EngineHarness engine;

    @BeforeEach
    void begin(@TempDir Path stateDir) {
        engine = new EngineHarness(stateDir);
        engine.admit();
        engine.send(withdrawal(1, 500));
        engine.outcome(1, OutcomeClass.DONE);
    }

    @AfterEach
    void end() {
        engine.close();
    }

    @Test
    void everyEventOfAnAccountIsSealedWithOneKeyAndTheHousesAreNot() {
        assertThat(raw(ALICE)).isNotEmpty().allMatch(each -> each.content() instanceof JournalContent.Sealed);
        assertThat(raw(AccountId.HOUSE)).isNotEmpty().allMatch(each -> each.content() instanceof JournalContent.Clear);
        assertThat(keys()).singleElement().satisfies(each -> {
            assertThat(each.key()).isEqualTo(EngineHarness.key(ALICE));
            assertThat(each.value()).isNotNull();
        });
        assertThat(octets()).noneMatch(each -> each.contains(HOME.address()));
    }

    @Test
    void everyAccountHasAKeyOfItsOwn() {
        engine.control(BOB, new ControlChange.AddAddress(HOME));
        engine.send(withdrawal(2, 1));

        assertThat(engine.journal(BOB).map(JournalMessage::event))
                .singleElement()
                .isInstanceOf(AccountEvent.AddressAdded.class);
        assertThat(engine.events().getLast()).isInstanceOf(AccountEvent.ReservationOpened.class);
    }

    @Test
    void theErasureStandsInTheClearAndTheKeyIsDestroyed() {
        erase();

        assertThat(raw(ALICE).getLast().content())
                .isInstanceOfSatisfying(JournalContent.Clear.class, each -> assertThat(each.event())
                        .isInstanceOf(AccountErased.class));
        assertThat(keys().getLast().key()).isEqualTo(EngineHarness.key(ALICE));
        assertThat(keys().getLast().getValue()).isNull();
    }

    @Test
    void whatComesLaterIsRefusedAndReadableByNobody() {
        erase();
        int before = raw(ALICE).size();

        engine.send(withdrawal(2, 1));

        assertThat(last().body().status()).isEqualTo(DecisionStatus.REJECTED);
        assertThat(last().body().findings())
                .singleElement()
                .matches(each -> each.rule().value().equals("account-erased"));
        assertThat(raw(ALICE)).hasSize(before + 1);
        assertThat(engine.journal(ALICE).toList().getLast().content()).isInstanceOf(JournalContent.Sealed.class);
        assertThat(keys().getLast().getValue()).isNull();
    }

    @Test
    void anotherAccountMayHaveItsConnection() {
        erase();

        engine.control(BOB, new ControlChange.BindConnection(PHONE, null));

        assertThat(engine.journal(BOB).map(JournalMessage::event))
                .singleElement()
                .isInstanceOf(AccountEvent.ConnectionBound.class);
        assertThat(engine.read(Topics.CONNECTIONS.name())).hasSize(3);
    }

    private void erase() {
        engine.officer("olga", ALICE, new ControlChange.EraseAccount(null, "she asked us to"));
        ControlId asked = new ControlId(last().body().id());
        engine.officer("otto", ALICE, new ControlChange.EraseAccount(asked, ""));
        assertThat(engine.events().getLast())
                .isEqualTo(new AccountErased(new ControlId(last().body().id()), "otto", asked, "olga", NOON));
    }

    private DecisionMessage last() {
        return engine.decisions().getLast();
    }

    private List<JournalMessage> raw(AccountId account) {
        return engine.read(Topics.JOURNAL.name()).stream()
                .map(each -> value(engine.codecs.journal(), each.value()))
                .filter(each -> each.account().equals(account))
                .toList();
    }

    private List<TestRecord<byte[], byte[]>> keys() {
        return engine.read(Topics.DATA_KEYS.name()).stream()
                .filter(each -> !Objects.equals(new String(each.key(), StandardCharsets.US_ASCII), BOB.value()))
                .toList();
    }

    private List<String> octets() {
        return engine.read(Topics.JOURNAL.name()).stream()
                .map(each -> new String(each.value(), StandardCharsets.ISO_8859_1))
                .toList();
    }
}
