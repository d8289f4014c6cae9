package io.countersign.engine.topology;

import static io.countersign.engine.topology.EngineHarness.ALICE;
import static io.countersign.engine.topology.EngineHarness.NOON;
import static io.countersign.engine.topology.EngineHarness.PHONE;
import static io.countersign.engine.topology.EngineHarness.value;
import static io.countersign.engine.topology.History.key;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.domain.account.AccountEvent.ConnectionBound;
import io.countersign.domain.account.AccountEvent.ConnectionUnbound;
import io.countersign.domain.account.AccountEvent.ControlRefused;
import io.countersign.domain.control.Authority;
import io.countersign.domain.control.Control;
import io.countersign.domain.control.ControlChange;
import io.countersign.domain.control.ControlChange.BindConnection;
import io.countersign.domain.control.ControlChange.UnbindConnection;
import io.countersign.domain.finding.DecisionStatus;
import io.countersign.domain.finding.Finding;
import io.countersign.domain.id.AccountId;
import io.countersign.domain.id.ConnectionId;
import io.countersign.domain.id.ControlId;
import io.countersign.wire.message.ClaimMessage;
import io.countersign.wire.message.DecisionBody;
import io.countersign.wire.topic.Topics;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One API key, one account: two accounts with one key would double every limit. */
class ConnectionsTest {

    private static final AccountId MALLORY = new AccountId("mallory");
    private static final BindConnection BIND = new BindConnection(PHONE, null);
    private static final UnbindConnection UNBIND = new UnbindConnection(PHONE);

    private EngineHarness engine;
    private History history;

    @BeforeEach
    void start(@TempDir Path stateDir) {
        engine = new EngineHarness(stateDir);
        history = new History(engine);
    }

    @AfterEach
    void stop() {
        engine.close();
    }

    @Test
    void theFirstOfTwoAccountsGetsTheKeyAndTheSecondIsToldNoMoreThanThat() {
        engine.control(ALICE, BIND);
        engine.control(MALLORY, BIND);

        assertThat(history.events(ALICE)).singleElement().isInstanceOf(ConnectionBound.class);
        assertThat(history.events(MALLORY)).singleElement().isInstanceOf(ControlRefused.class);
        DecisionBody refusal = history.answer(MALLORY);
        assertThat(refusal.status()).isEqualTo(DecisionStatus.REJECTED);
        assertThat(refusal.findings())
                .extracting(Finding::sentence)
                .containsExactly("this API key is bound to another account");
        assertThat(history.answer(ALICE).status()).isEqualTo(DecisionStatus.APPROVED);
    }

    @Test
    void bindingAgainChangesNothingAndIsAcknowledged() {
        engine.control(ALICE, BIND);

        engine.control(ALICE, BIND);

        assertThat(history.events(ALICE)).hasSize(1);
        assertThat(history.answers(ALICE))
                .extracting(DecisionBody::status)
                .containsExactly(DecisionStatus.APPROVED, DecisionStatus.APPROVED);
    }

    @Test
    void anUnboundKeyIsFreeForAnother() {
        engine.control(ALICE, BIND);
        engine.control(ALICE, UNBIND);

        engine.control(MALLORY, BIND);

        assertThat(history.events(ALICE)).last().isInstanceOf(ConnectionUnbound.class);
        assertThat(history.events(MALLORY)).singleElement().isInstanceOf(ConnectionBound.class);
        assertThat(history.answer(ALICE).status()).isEqualTo(DecisionStatus.APPROVED);
    }

    @Test
    void nobodyFreesTheKeyOfAnother() {
        engine.control(ALICE, BIND);
        engine.control(MALLORY, UNBIND);

        engine.control(MALLORY, BIND);

        assertThat(history.answer(MALLORY).status()).isEqualTo(DecisionStatus.REJECTED);
        assertThat(history.events(MALLORY)).noneMatch(ConnectionBound.class::isInstance);
        assertThat(history.events(ALICE)).noneMatch(ConnectionUnbound.class::isInstance);
    }

    @Test
    void bindingAfterUnbindingEndsBound() {
        engine.control(ALICE, BIND);
        engine.control(ALICE, UNBIND);

        engine.control(ALICE, BIND);
        engine.control(MALLORY, BIND);

        assertThat(history.events(ALICE))
                .extracting(Object::getClass)
                .containsExactly(ConnectionBound.class, ConnectionUnbound.class, ConnectionBound.class);
        assertThat(history.answer(MALLORY).status()).isEqualTo(DecisionStatus.REJECTED);
    }

    /** Between an account's release and its arrival the account may have been granted the key anew. */
    @Test
    void aLateReleaseOfAnEarlierGrantFreesNothing() {
        engine.control(ALICE, BIND);
        engine.control(ALICE, UNBIND);
        engine.control(ALICE, BIND);

        claim(PHONE, new ClaimMessage.Released(ALICE, PHONE, 0));
        engine.control(MALLORY, BIND);

        assertThat(history.answer(MALLORY).status()).isEqualTo(DecisionStatus.REJECTED);
    }

    @Test
    void aReleaseByAnotherFreesNothing() {
        engine.control(ALICE, BIND);

        claim(PHONE, new ClaimMessage.Released(MALLORY, PHONE, 0));
        engine.control(MALLORY, BIND);

        assertThat(history.answer(MALLORY).status()).isEqualTo(DecisionStatus.REJECTED);
    }

    @Test
    void anotherKeyIsAnotherClaim() {
        engine.control(ALICE, BIND);

        engine.control(MALLORY, new BindConnection(new ConnectionId("c1".repeat(16)), null));

        assertThat(history.answer(MALLORY).status()).isEqualTo(DecisionStatus.APPROVED);
    }

    @Test
    void whatIsNoClaimIsADeadLetter() {
        engine.input(Topics.CLAIMS.name()).pipeInput(key(PHONE), new byte[] {9}, NOON);
        claim(new ConnectionId("c1".repeat(16)), asked(1, MALLORY, BIND));

        assertThat(engine.deadLetters).containsExactly(Topics.CLAIMS.name(), Topics.CLAIMS.name());
        assertThat(engine.read(Topics.DEAD_LETTERS.name()))
                .extracting(letter ->
                        value(engine.codecs.deadLetters(), letter.value()).reason())
                .last()
                .isEqualTo("the key on countersign.claims.v1 is not that of the value");
        assertThat(history.events(MALLORY)).isEmpty();
    }

    private static ClaimMessage.Asked asked(int number, AccountId account, ControlChange change) {
        ControlId id = new ControlId("%032x".formatted(1000 + number));
        return new ClaimMessage.Asked(new Control(id, account, account.value(), Authority.OWNER, change));
    }

    private void claim(ConnectionId connection, ClaimMessage claim) {
        engine.input(Topics.CLAIMS.name())
                .pipeInput(key(connection), engine.codecs.claims().encode(claim), NOON);
    }
}
