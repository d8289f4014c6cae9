package io.countersign.engine.topology;

import static io.countersign.engine.topology.EngineHarness.ALICE;
import static io.countersign.engine.topology.EngineHarness.HOME;
import static io.countersign.engine.topology.EngineHarness.NOON;
import static io.countersign.engine.topology.EngineHarness.SEALED;
import static io.countersign.engine.topology.EngineHarness.key;
import static io.countersign.engine.topology.EngineHarness.value;
import static io.countersign.engine.topology.EngineHarness.withdrawal;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.domain.account.AccountEvent.RequestDecided;
import io.countersign.domain.account.AccountEvent.ReservationOpened;
import io.countersign.domain.account.AccountEvent.ReservationReleased;
import io.countersign.domain.account.OutcomeClass;
import io.countersign.domain.control.ControlChange;
import io.countersign.domain.finding.DecisionStatus;
import io.countersign.domain.finding.Finding;
import io.countersign.domain.finding.Verdict;
import io.countersign.domain.id.AccountId;
import io.countersign.wire.chain.JournalChain;
import io.countersign.wire.message.DecisionKind;
import io.countersign.wire.message.DecisionMessage;
import io.countersign.wire.message.JournalMessage;
import io.countersign.wire.message.Octets;
import io.countersign.wire.message.RequestMessage;
import io.countersign.wire.topic.Topics;
import java.nio.file.Path;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The wiring only: what a command becomes is the domain's test. */
class EngineTopologyTest {

    private EngineHarness engine;

    @BeforeEach
    void start(@TempDir Path stateDir) {
        engine = new EngineHarness(stateDir);
        engine.admit();
    }

    @AfterEach
    void stop() {
        engine.close();
    }

    /** A sink or a store that two parts share would make one of them, with tasks that read partitions of other keys. */
    @Test
    void accountsConnectionsFanInAndGuardShareNothingButTopics() {
        assertThat(engine.parts).hasSize(4);
    }

    @Test
    void aControlIsAcknowledged() {
        assertThat(engine.decisions())
                .extracting(decision -> decision.body().kind())
                .containsOnly(DecisionKind.CONTROL);
        assertThat(engine.decisions())
                .extracting(decision -> decision.body().account())
                .containsExactly(AccountId.HOUSE, AccountId.HOUSE, ALICE, ALICE);
    }

    @Test
    void anApprovalIsJournalledReservedCountersignedAndCarriesTheSealedOctets() {
        engine.send(withdrawal(1, 500));

        DecisionMessage decision = engine.decisions().getLast();
        assertThat(decision.body().status()).isEqualTo(DecisionStatus.APPROVED);
        assertThat(decision.body().sealedRequest()).isEqualTo(SEALED);
        assertThat(decision.body().policyVersion()).isEqualTo(1);
        assertThat(engine.verifier().isGenuine(decision)).isTrue();
        assertThat(engine.events()).hasAtLeastOneElementOfType(RequestDecided.class);
        assertThat(engine.events()).hasAtLeastOneElementOfType(ReservationOpened.class);
    }

    @Test
    void aRejectionKeepsTheSealedOctetsBackAndTellsEveryFinding() {
        engine.send(withdrawal(1, 600));

        engine.send(withdrawal(2, 500));

        DecisionMessage decision = engine.decisions().getLast();
        assertThat(decision.body().status()).isEqualTo(DecisionStatus.REJECTED);
        assertThat(decision.body().sealedRequest()).isNull();
        assertThat(decision.body().findings())
                .filteredOn(finding -> finding.verdict() == Verdict.REJECT)
                .extracting(Finding::rule)
                .extracting(Object::toString)
                .containsExactly("daily-cap", "rolling-24h-cap");
    }

    @Test
    void aRepeatIsAnsweredWithoutAnythingToSend() {
        engine.send(withdrawal(1, 500));

        engine.send(withdrawal(1, 500));

        DecisionMessage repeat = engine.decisions().getLast();
        assertThat(repeat.body().kind()).isEqualTo(DecisionKind.REPEAT);
        assertThat(repeat.body().status()).isEqualTo(DecisionStatus.APPROVED);
        assertThat(repeat.body().sealedRequest()).isNull();
        assertThat(repeat.body().facts()).isNull();
    }

    @Test
    void aRefusalAtBinanceFreesTheHeadroom() {
        engine.send(withdrawal(1, 600));

        engine.outcome(1, OutcomeClass.REFUSED);
        engine.send(withdrawal(2, 600));

        assertThat(engine.decisions().getLast().body().status()).isEqualTo(DecisionStatus.APPROVED);
        assertThat(engine.events()).hasAtLeastOneElementOfType(ReservationReleased.class);
    }

    @Test
    void theJournalIsOneChainWithoutAGap() {
        engine.send(withdrawal(1, 500));
        engine.outcome(1, OutcomeClass.DONE);

        Octets expected = JournalChain.genesis(ALICE);
        long sequence = 0;
        for (TestRecord<byte[], byte[]> entry : engine.read(Topics.JOURNAL.name())) {
            JournalMessage message = value(engine.codecs.journal(), entry.value());
            if (message.account().isHouse()) {
                continue;
            }
            assertThat(message.sequence()).isEqualTo(++sequence);
            assertThat(message.previousHash()).isEqualTo(expected);
            expected = JournalChain.next(entry.value(), engine.codecs.journal().headerLength());
        }
        assertThat(sequence).isEqualTo(6);
    }

    @Test
    void anUnreadableRecordGoesToTheDeadLettersAndStopsNothing() {
        engine.input(Topics.REQUESTS.name()).pipeInput(key(ALICE), new byte[] {9, 9, 9}, NOON);
        engine.input(Topics.REQUESTS.name())
                .pipeInput(
                        key(new AccountId("mallory")),
                        engine.codecs.requests().encode(new RequestMessage(withdrawal(7, 1), SEALED)),
                        NOON);
        engine.send(withdrawal(1, 500));

        assertThat(engine.read(Topics.DEAD_LETTERS.name()))
                .extracting(letter ->
                        value(engine.codecs.deadLetters(), letter.value()).reason())
                .hasSize(2)
                .last()
                .isEqualTo("the key on countersign.requests.v1 is not the account of the value");
        assertThat(engine.deadLetters).containsExactly(Topics.REQUESTS.name(), Topics.REQUESTS.name());
        assertThat(engine.decisions().getLast().body().status()).isEqualTo(DecisionStatus.APPROVED);
    }

    /** Two writers of one account would be twice its limits. */
    @Test
    void aRecordInAPartitionThatIsNotTheAccountsIsDeadLettered(@TempDir Path stateDir) {
        try (EngineHarness second = EngineHarness.bare(stateDir, 7)) {
            second.control(ALICE, new ControlChange.AddAddress(HOME));
            second.control(new AccountId("dave"), new ControlChange.AddAddress(HOME));

            assertThat(second.read(Topics.DEAD_LETTERS.name())).singleElement().satisfies(letter -> assertThat(
                            value(second.codecs.deadLetters(), letter.value()).reason())
                    .startsWith("partition 0 of countersign.controls.v1 is not the account's"));
            assertThat(second.decisions())
                    .extracting(decision -> decision.body().account().value())
                    .containsExactly("dave");
        }
    }
}
