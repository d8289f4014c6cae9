package io.countersign.engine.topology;

import static io.countersign.engine.topology.EngineHarness.ALICE;
import static io.countersign.engine.topology.EngineHarness.NOON;
import static io.countersign.engine.topology.EngineHarness.PHONE;
import static io.countersign.engine.topology.EngineHarness.withdrawal;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.domain.account.AccountEvent.OutcomeRecorded;
import io.countersign.domain.account.AccountEvent.RequestLookedUp;
import io.countersign.domain.account.AccountEvent.ReservationReleased;
import io.countersign.domain.account.Outcome;
import io.countersign.domain.account.OutcomeClass;
import io.countersign.domain.id.RequestId;
import io.countersign.domain.lookup.LookUp;
import io.countersign.domain.lookup.Resolution;
import io.countersign.domain.request.RequestFacts;
import io.countersign.domain.request.Transfer;
import io.countersign.wire.message.DecisionKind;
import io.countersign.wire.message.DecisionMessage;
import io.countersign.wire.message.Resolved;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a look-up shows reaches the account, the journal, and whoever waits. */
class LookUpsTest {

    /** The default policy's margin after the deadline of a request that is read at noon. */
    private static final Instant OVER = NOON.plusSeconds(65);

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

    @Test
    void theLastEmptyAnswerFreesTheHeadroomAndIsToldWithACountersignature() {
        RequestFacts unknown = named(withdrawal(1, 600));
        engine.send(unknown);
        engine.outcome(1, OutcomeClass.UNKNOWN);
        int before = engine.decisions().size();

        for (int n = 0; n < 3; n++) {
            engine.send(named(withdrawal(2 + n, 1)));
            engine.tell(empty(2 + n, OVER.plus(Duration.ofSeconds(30).multipliedBy(n))));
        }

        List<DecisionMessage> told = engine.decisions();
        DecisionMessage resolved = told.getLast();
        assertThat(told).as("an answer that is not the last says nothing").hasSize(before + 4);
        assertThat(engine.verifier().isGenuine(resolved)).isTrue();
        assertThat(resolved.body().kind()).isEqualTo(DecisionKind.REPEAT);
        assertThat(resolved.body().id()).isEqualTo(unknown.id().value());
        assertThat(Objects.requireNonNull(resolved.body().resolved()))
                .extracting(Resolved::resolution, Resolved::lookUp)
                .containsExactly(Resolution.NOT_EXECUTED, id(4));
        assertThat(engine.events())
                .filteredOn(OutcomeRecorded.class::isInstance)
                .last()
                .satisfies(each ->
                        assertThat(((OutcomeRecorded) each).policyVersion()).isEqualTo(1));
        assertThat(engine.events()).hasAtLeastOneElementOfType(RequestLookedUp.class);
        assertThat(engine.events())
                .filteredOn(ReservationReleased.class::isInstance)
                .extracting(each -> ((ReservationReleased) each).requestId())
                .containsExactly(unknown.id());
    }

    private static Outcome empty(int number, Instant sentAt) {
        LookUp lookUp = new LookUp(
                PHONE,
                withdrawal(1, 1).endpoint(),
                "order-" + id(1),
                sentAt.minus(Duration.ofDays(7)),
                sentAt,
                List.of());
        return new Outcome(id(number), OutcomeClass.DONE, 200, null, "Binance answered", sentAt, lookUp);
    }

    private static RequestFacts named(RequestFacts facts) {
        Transfer transfer = Objects.requireNonNull(facts.transfer());
        return new RequestFacts(
                facts.id(),
                ALICE,
                facts.connection(),
                facts.endpoint(),
                true,
                new Transfer(transfer.amount(), transfer.destination(), "order-" + facts.id()),
                facts.price(),
                null,
                facts.digest(),
                facts.deadline(),
                facts.receivedAt());
    }

    private static RequestId id(int number) {
        return new RequestId("%032x".formatted(number));
    }
}
