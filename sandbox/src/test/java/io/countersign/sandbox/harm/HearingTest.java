package io.countersign.sandbox.harm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.MissingNode;
import io.countersign.domain.account.Outcome;
import io.countersign.domain.account.OutcomeClass;
import io.countersign.domain.finding.DecisionStatus;
import io.countersign.domain.id.AccountId;
import io.countersign.domain.id.ConnectionId;
import io.countersign.domain.id.RequestId;
import io.countersign.domain.id.WireDigest;
import io.countersign.domain.request.Endpoint;
import io.countersign.domain.request.RequestFacts;
import io.countersign.sandbox.demo.world.ReceivedRequest;
import io.countersign.sandbox.evidence.Comparison;
import io.countersign.sandbox.evidence.Evidence;
import io.countersign.sandbox.evidence.Problem;
import io.countersign.sandbox.evidence.Promise;
import io.countersign.wire.message.DecisionBody;
import io.countersign.wire.message.DecisionKind;
import io.countersign.wire.message.Octets;
import io.countersign.wire.message.OutcomeMessage;
import io.countersign.wire.seal.WireRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Stories that do not hold together, each found out. */
class HearingTest {
    private static final AccountId ALICE = new AccountId("alice");
    private static final RequestId ID = new RequestId("5f".repeat(16));
    private static final ReceivedRequest EXECUTED = received("amount=1", "w-1", 200);
    private static final ReceivedRequest NOT_EXECUTED = received("amount=2", "", 200);

    @Test
    void whoWasToldNoAndWhoseFundsMovedWasToldWrong() throws Exception {
        assertThat(heard(EXECUTED, Word.NOT_SENT)).containsExactly(Promise.REFUSED_MEANS_NOT_EXECUTED);
        assertThat(heard(EXECUTED, Word.REFUSED)).containsExactly(Promise.REFUSED_MEANS_NOT_EXECUTED);
        assertThat(heard(NOT_EXECUTED, Word.NOT_SENT)).isEmpty();
    }

    @Test
    void whoWasToldDoneAndWhoseFundsDidNotMoveWasToldWrong() throws Exception {
        assertThat(heard(NOT_EXECUTED, Word.DONE)).containsExactly(Promise.DONE_MEANS_EXECUTED);
        assertThat(heard(EXECUTED, Word.DONE)).isEmpty();
    }

    @Test
    void whatWasTakenAndIsOnNoTopicIsLost() throws Exception {
        assertThat(heard(NOT_EXECUTED, Word.TAKEN)).containsExactly(Promise.NOTHING_LOST);
    }

    @Test
    void whoHearsYesWhereNobodyKnowsWasToldMoreThanIsKnown() throws Exception {
        Evidence unknown = new Evidence(
                List.of(), List.of(approval()), List.of(), List.of(outcome(OutcomeClass.UNKNOWN)), List.of(EXECUTED));
        Evidence done = new Evidence(
                List.of(),
                List.of(approval()),
                List.of(),
                List.of(outcome(OutcomeClass.UNKNOWN), outcome(OutcomeClass.DONE)),
                List.of(EXECUTED));

        assertThat(heard(unknown, Word.DONE)).containsExactly(Promise.ONE_STORY);
        assertThat(heard(unknown, Word.UNSURE)).isEmpty();
        assertThat(heard(done, Word.DONE)).isEmpty();
    }

    @Test
    void nothingIsPromisedByAnOpenAnswerOrByNone() throws Exception {
        assertThat(heard(EXECUTED, Word.UNSURE)).isEmpty();
        assertThat(heard(EXECUTED, Word.SILENCE)).isEmpty();
    }

    @Test
    void whatArrivedTwiceOrWithoutAnApprovalIsFound() {
        Evidence twice = evidence(List.of(EXECUTED, EXECUTED));

        assertThat(Comparison.problems(twice, Map.of()).stream().map(Problem::promise))
                .containsExactlyInAnyOrder(Promise.AT_MOST_ONCE, Promise.APPROVED_FIRST, Promise.APPROVED_FIRST);
    }

    private static List<Promise> heard(ReceivedRequest what, Word word) throws InterruptedException {
        return heard(evidence(List.of(what)), word);
    }

    /** In a step that can lose answers. */
    private static List<Promise> heard(Evidence evidence, Word word) throws InterruptedException {
        WireDigest digest = Comparison.digest(evidence.received().getFirst());
        Told.Client client = new Told.Client("alice", place -> MissingNode.getInstance());
        Told told = new Told(client, digest, true, word, "", "said", 0);
        return new Hearing(new Truth(evidence), true)
                .of(List.of(told)).stream().map(Problem::promise).toList();
    }

    /** Of what {@link #EXECUTED} asked. */
    private static DecisionBody approval() {
        RequestFacts facts = new RequestFacts(
                ID,
                ALICE,
                new ConnectionId("c1".repeat(16)),
                new Endpoint("POST", "/sapi/v1/capital/withdraw/apply"),
                true,
                null,
                null,
                null,
                Comparison.digest(EXECUTED),
                Instant.EPOCH,
                Instant.EPOCH);
        return new DecisionBody(
                DecisionKind.REQUEST,
                ID.value(),
                ALICE,
                DecisionStatus.APPROVED,
                List.of(),
                1,
                Instant.EPOCH,
                facts,
                null,
                null);
    }

    private static OutcomeMessage outcome(OutcomeClass outcome) {
        return new OutcomeMessage(ALICE, new Outcome(ID, outcome, null, null, "reason", null), null, null);
    }

    private static Evidence evidence(List<ReceivedRequest> received) {
        return new Evidence(List.of(), List.of(), List.of(), List.of(), received);
    }

    private static ReceivedRequest received(String body, String withdrawalId, int status) {
        WireRequest wire = new WireRequest("POST", "/sapi/v1/capital/withdraw/apply", null, "key", octets(body));
        return new ReceivedRequest(wire, List.of(), octets(body), !withdrawalId.isEmpty(), withdrawalId, status);
    }

    private static Octets octets(String text) {
        return Octets.of(text.getBytes(StandardCharsets.US_ASCII));
    }
}
