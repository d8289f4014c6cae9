package io.countersign.gateway.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.domain.account.Outcome;
import io.countersign.domain.account.OutcomeClass;
import io.countersign.domain.finding.DecisionStatus;
import io.countersign.domain.finding.Finding;
import io.countersign.domain.finding.RuleId;
import io.countersign.domain.id.AccountId;
import io.countersign.domain.id.RequestId;
import io.countersign.domain.lookup.Resolution;
import io.countersign.domain.request.Endpoint;
import io.countersign.wire.message.DecisionBody;
import io.countersign.wire.message.DecisionKind;
import io.countersign.wire.message.OutcomeMessage;
import io.countersign.wire.message.Resolved;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RequestViewTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final RequestId ID = new RequestId("0".repeat(32));
    private static final RequestKey KEY = new RequestKey(new AccountId("alice"), ID);

    private final RequestView view = new RequestView(Duration.ofHours(1), 1L << 20);

    @Test
    void aRequestGoesFromReceivedToDone() {
        view.received(KEY, Endpoint.parse("POST /x"), NOON);
        assertThat(state()).contains(RequestState.RECEIVED);

        view.decided(decision(DecisionKind.REQUEST, DecisionStatus.APPROVED));
        assertThat(state()).contains(RequestState.APPROVED);

        view.cameTo(outcome(OutcomeClass.DONE));
        assertThat(state()).contains(RequestState.DONE);
    }

    @Test
    void anOutcomeMayBeReadBeforeItsDecision() {
        view.cameTo(outcome(OutcomeClass.REFUSED));
        view.decided(decision(DecisionKind.REQUEST, DecisionStatus.APPROVED));

        assertThat(state()).contains(RequestState.REFUSED);
        assertThat(view.find(KEY).orElseThrow().judgement()).isNotNull();
    }

    @Test
    void aRepeatChangesNothingThatIsKnown() {
        view.decided(decision(DecisionKind.REQUEST, DecisionStatus.REJECTED));
        view.decided(decision(DecisionKind.REPEAT, DecisionStatus.APPROVED));

        assertThat(state()).contains(RequestState.REJECTED);
    }

    @Test
    void onlyAnUnknownOutcomeIsReplaced() {
        view.cameTo(outcome(OutcomeClass.UNKNOWN));
        view.cameTo(outcome(OutcomeClass.DONE));
        view.cameTo(outcome(OutcomeClass.EXPIRED));

        assertThat(state()).contains(RequestState.DONE);
    }

    @Test
    void theOldestIsForgottenFirst() {
        RequestView small = new RequestView(Duration.ofHours(1), 100_000);
        List<RequestKey> keys = IntStream.range(0, 1_000)
                .mapToObj(i -> new RequestKey(KEY.account(), new RequestId("%032x".formatted(i))))
                .toList();

        keys.forEach(key -> small.received(key, Endpoint.parse("POST /x"), NOON));

        List<RequestKey> kept =
                keys.stream().filter(key -> small.find(key).isPresent()).toList();
        assertThat(kept).hasSizeBetween(10, 100).isEqualTo(keys.subList(keys.size() - kept.size(), keys.size()));
    }

    @Test
    void onlyWhatStaysOpenForLongMayHaveEnded() {
        view.decided(decision(DecisionKind.REQUEST, DecisionStatus.APPROVED));
        assertThat(mayHaveEnded(NOON.plusSeconds(5))).isFalse();
        assertThat(mayHaveEnded(NOON.plusSeconds(6))).isTrue();

        view.cameTo(outcome(OutcomeClass.UNKNOWN));
        assertThat(mayHaveEnded(NOON.plusSeconds(6))).isTrue();

        view.cameTo(outcome(OutcomeClass.DONE));
        assertThat(mayHaveEnded(NOON.plusSeconds(6))).isFalse();
    }

    private boolean mayHaveEnded(Instant now) {
        return view.find(KEY).orElseThrow().mayHaveEnded(now);
    }

    /** As many rules as a sandbox has: their findings are most of what is kept. */
    @Test
    void everyFindingWeighsAndIsRemembered() {
        List<Finding> findings = Collections.nCopies(
                23, Finding.reject(new RuleId("daily-cap"), "120 USDT", "100 USDT", "More than a day allows."));
        RequestStatus.Judgement judgement =
                new RequestStatus.Judgement(DecisionStatus.REJECTED, findings, 1, NOON, null);

        int weight = new RequestStatus(KEY, null, null, judgement, null, null).weight();

        assertThat(weight - RequestStatus.unknown(KEY).weight()).isBetween(23 * 48, 23 * 100);
        assertThat(judgement.findings()).isEqualTo(findings);
    }

    @Test
    void whoeverWaitsIsAnsweredAtOnce() throws Exception {
        CompletableFuture<Optional<RequestStatus>> waiting =
                CompletableFuture.supplyAsync(() -> view.await(KEY, Duration.ofSeconds(30)));

        view.received(KEY, Endpoint.parse("POST /x"), NOON);
        view.decided(decision(DecisionKind.REQUEST, DecisionStatus.REJECTED));

        assertThat(waiting.get().orElseThrow().state()).isEqualTo(RequestState.REJECTED);
    }

    @Test
    void anApprovalAloneDoesNotEndAWait() {
        view.decided(decision(DecisionKind.REQUEST, DecisionStatus.APPROVED));

        assertThat(view.await(KEY, Duration.ofMillis(20))).isEmpty();
    }

    @Test
    void whoeverWaitsForAChangeIsToldOfTheNextOne() throws Exception {
        view.received(KEY, Endpoint.parse("POST /x"), NOON);
        view.received(KEY, Endpoint.parse("POST /x"), NOON);
        assertThat(view.awaitChange(KEY, Duration.ofMillis(20)).orElseThrow().state())
                .as("the same again is no change")
                .isEqualTo(RequestState.RECEIVED);
        CompletableFuture<Optional<RequestStatus>> waiting =
                CompletableFuture.supplyAsync(() -> view.awaitChange(KEY, Duration.ofSeconds(30)));
        view.decided(decision(DecisionKind.REQUEST, DecisionStatus.APPROVED));
        view.cameTo(outcome(OutcomeClass.DONE));

        assertThat(waiting.get().orElseThrow().state())
                .as("the second change if it began to wait after the first")
                .isIn(RequestState.APPROVED, RequestState.DONE);
    }

    @Test
    void aResolutionEndsWhatWasUnknownUnlessTheRelayTellsTheEndItself() {
        view.decided(decision(DecisionKind.REQUEST, DecisionStatus.APPROVED));
        view.cameTo(outcome(OutcomeClass.UNKNOWN));

        view.decided(resolved(Resolution.NOT_EXECUTED));
        assertThat(state()).contains(RequestState.NOT_EXECUTED);
        view.decided(resolved(Resolution.FAILED));
        assertThat(state()).contains(RequestState.REFUSED);
        view.cameTo(outcome(OutcomeClass.EXPIRED));
        assertThat(state()).contains(RequestState.EXPIRED);
        view.decided(resolved(Resolution.EXECUTED));
        assertThat(state()).contains(RequestState.DONE);
        view.decided(resolved(Resolution.NOT_EXECUTED));
        assertThat(state()).as("that Binance has it overrules all").contains(RequestState.DONE);
    }

    @Test
    void whatIsSettledIsNotWaitedFor() {
        view.decided(decision(DecisionKind.REQUEST, DecisionStatus.REJECTED));

        assertThat(view.awaitChange(KEY, Duration.ofDays(1)).orElseThrow().state())
                .isEqualTo(RequestState.REJECTED);
    }

    @Test
    void anotherAccountSeesNothing() {
        view.decided(decision(DecisionKind.REQUEST, DecisionStatus.APPROVED));

        assertThat(view.find(new RequestKey(new AccountId("mallory"), ID))).isEmpty();
    }

    private Optional<RequestState> state() {
        return view.find(KEY).map(RequestStatus::state);
    }

    private static DecisionBody decision(DecisionKind kind, DecisionStatus status) {
        List<Finding> findings = List.of(Finding.pass(new RuleId("any"), "", "", "fine"));
        return new DecisionBody(kind, ID.value(), KEY.account(), status, findings, 1, NOON, null, null, null);
    }

    private static DecisionBody resolved(Resolution resolution) {
        return new DecisionBody(
                DecisionKind.REPEAT,
                ID.value(),
                KEY.account(),
                DecisionStatus.APPROVED,
                List.of(),
                0,
                NOON,
                null,
                null,
                null,
                new Resolved(resolution, ID, "a reason"));
    }

    private static OutcomeMessage outcome(OutcomeClass outcome) {
        return new OutcomeMessage(KEY.account(), new Outcome(ID, outcome, null, null, "", null), null, null);
    }
}
