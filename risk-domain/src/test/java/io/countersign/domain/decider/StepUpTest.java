package io.countersign.domain.decider;

import static io.countersign.domain.testing.Samples.NOON;
import static io.countersign.domain.testing.Samples.STRANGER;
import static io.countersign.domain.testing.Samples.after;
import static io.countersign.domain.testing.Samples.alice;
import static io.countersign.domain.testing.Samples.control;
import static io.countersign.domain.testing.Samples.controlId;
import static io.countersign.domain.testing.Samples.evaluate;
import static io.countersign.domain.testing.Samples.intent;
import static io.countersign.domain.testing.Samples.requestId;
import static io.countersign.domain.testing.Samples.withdrawal;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.domain.account.Account;
import io.countersign.domain.account.AccountCommand.ApplyControl;
import io.countersign.domain.account.AccountEvent;
import io.countersign.domain.account.AccountEvent.ConfirmationRequested;
import io.countersign.domain.account.AccountEvent.ConfirmationSpent;
import io.countersign.domain.account.AccountEvent.ControlRefused;
import io.countersign.domain.account.AccountEvent.IntentConfirmed;
import io.countersign.domain.account.AccountEvent.RequestDecided;
import io.countersign.domain.account.AccountEvent.ReservationOpened;
import io.countersign.domain.account.ShadowVerdict;
import io.countersign.domain.control.Authority;
import io.countersign.domain.control.ControlChange;
import io.countersign.domain.finding.DecisionStatus;
import io.countersign.domain.id.ConfirmationId;
import io.countersign.domain.policy.Policies;
import io.countersign.domain.policy.Policy;
import io.countersign.domain.testing.RequestSample;
import io.countersign.domain.testing.SamplePolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class StepUpTest {

    private static final Policy POLICY = SamplePolicy.doubting(1);
    private static final ConfirmationId QUESTION = ConfirmationId.raisedBy(requestId(1));
    private static final Duration MILLI = Duration.ofMillis(1);
    private static final Instant ANSWER_END = NOON.plus(SamplePolicy.STEP_UP.answerWithin());
    private static final Instant USE_END = NOON.plus(SamplePolicy.STEP_UP.useWithin());

    /** The first request asked for a confirmation; the others ask for the same with signatures of their own. */
    private static final Account ASKED = after(alice(), POLICY, evaluate(doubtful(1), NOON));

    private static final Account CONFIRMED = after(ASKED, POLICY, confirm(Authority.OFFICER, NOON));

    @Test
    void aDoubtfulRequestIsRefusedWithAQuestion() {
        List<AccountEvent> events = decide(doubtful(1), alice(), NOON);

        assertThat(events).hasExactlyElementsOfTypes(RequestDecided.class, ConfirmationRequested.class);
        assertThat(status(events)).isEqualTo(DecisionStatus.REJECTED);
        assertThat(events.getLast()).isEqualTo(new ConfirmationRequested(QUESTION, intent(1), ANSWER_END, NOON));
    }

    @ParameterizedTest(name = "again {0} later asks again: {1}")
    @CsvSource({
        "PT0S,         false", // the question waits
        "PT9M59.999S,  false", // its last millisecond
        "PT10M,        true", // it is gone
    })
    void anIntentIsAskedAboutOnceAtATime(Duration later, boolean asksAgain) {
        List<AccountEvent> events = decide(doubtful(2), ASKED, NOON.plus(later));

        assertThat(events).hasSize(asksAgain ? 2 : 1);
        assertThat(status(events)).isEqualTo(DecisionStatus.REJECTED);
    }

    @Test
    void anotherIntentIsAskedAboutToo() {
        assertThat(decide(doubtful(2).asking(intent(2)), ASKED, NOON))
                .hasExactlyElementsOfTypes(RequestDecided.class, ConfirmationRequested.class);
    }

    @Test
    void whatNoIntentIsToldOfCannotBeAskedAbout() {
        List<AccountEvent> events = decide(doubtful(1).asking(null), alice(), NOON);

        assertThat(events).hasExactlyElementsOfTypes(RequestDecided.class);
        assertThat(status(events)).isEqualTo(DecisionStatus.REJECTED);
    }

    @Test
    void whatNobodyMayConfirmIsNotAskedAbout() {
        assertThat(decide(doubtful(1).to(STRANGER), alice(), NOON)).hasExactlyElementsOfTypes(RequestDecided.class);
        assertThat(decide(withdrawal(1, "90"), alice(), NOON)).hasExactlyElementsOfTypes(RequestDecided.class);
    }

    @ParameterizedTest
    @EnumSource(names = {"OWNER_WITH_SECOND_FACTOR", "OFFICER"})
    void whoeverProvesToBeAPersonConfirms(Authority authority) {
        assertThat(confirming(confirm(authority, NOON), ASKED))
                .containsExactly(new IntentConfirmed(
                        controlId(1), "a person", authority, QUESTION, intent(1), POLICY.version(), USE_END, NOON));
    }

    /** Whoever stole the session is the owner, too. */
    @Test
    void aSessionAloneConfirmsNothing() {
        assertThat(confirming(confirm(Authority.OWNER, NOON), ASKED)).hasExactlyElementsOfTypes(ControlRefused.class);
    }

    @ParameterizedTest(name = "answered {0} later: taken {1}")
    @CsvSource({
        "PT9M59.999S, true", // the last millisecond
        "PT10M,       false", // too late
    })
    void aQuestionExpires(Duration later, boolean taken) {
        List<AccountEvent> events = confirming(confirm(Authority.OFFICER, NOON.plus(later)), ASKED);

        assertThat(events).singleElement().isInstanceOf(taken ? IntentConfirmed.class : ControlRefused.class);
    }

    @Test
    void whatNobodyAskedCannotBeConfirmed() {
        assertThat(confirming(confirm(Authority.OFFICER, NOON), alice()))
                .hasExactlyElementsOfTypes(ControlRefused.class);
    }

    @Test
    void confirmingAgainChangesNothing() {
        assertThat(confirming(confirm(Authority.OFFICER, NOON.plusSeconds(1)), CONFIRMED))
                .isEmpty();
    }

    @Test
    void whatIsConfirmedIsApprovedOnce() {
        List<AccountEvent> events = decide(doubtful(2), CONFIRMED, NOON);

        assertThat(events)
                .hasExactlyElementsOfTypes(RequestDecided.class, ConfirmationSpent.class, ReservationOpened.class);
        assertThat(events.get(1)).isEqualTo(new ConfirmationSpent(QUESTION, intent(1), requestId(2), NOON));
        assertThat(status(events)).isEqualTo(DecisionStatus.APPROVED);
    }

    @Test
    void whatWasUsedAsksAgain() {
        Account used = after(CONFIRMED, POLICY, evaluate(doubtful(2), NOON));

        List<AccountEvent> events = decide(doubtful(3), used, NOON);

        assertThat(events).hasExactlyElementsOfTypes(RequestDecided.class, ConfirmationRequested.class);
        assertThat(confirming(confirm(Authority.OFFICER, NOON), used)).hasExactlyElementsOfTypes(ControlRefused.class);
    }

    @ParameterizedTest(name = "used {0} later: {1}")
    @CsvSource({
        "PT4M59.999S, APPROVED", // the last millisecond
        "PT5M,        REJECTED", // too late
    })
    void aConfirmationExpires(Duration later, DecisionStatus expected) {
        assertThat(status(decide(doubtful(2), CONFIRMED, NOON.plus(later)))).isEqualTo(expected);
    }

    @Test
    void theTimeToUseItBeginsWithTheConfirmation() {
        Instant late = ANSWER_END.minus(MILLI);
        Account confirmed = after(ASKED, POLICY, confirm(Authority.OFFICER, late));
        Instant end = late.plus(SamplePolicy.STEP_UP.useWithin());

        assertThat(status(decide(doubtful(2), confirmed, end.minus(MILLI)))).isEqualTo(DecisionStatus.APPROVED);
        assertThat(status(decide(doubtful(2), confirmed, end))).isEqualTo(DecisionStatus.REJECTED);
    }

    @Test
    void aConfirmationOutweighsNoRefusal() {
        List<AccountEvent> events = decide(doubtful(2).to(STRANGER), CONFIRMED, NOON);

        assertThat(status(events)).isEqualTo(DecisionStatus.REJECTED);
        assertThat(events).hasExactlyElementsOfTypes(RequestDecided.class);
        assertThat(status(decide(
                        doubtful(3),
                        after(CONFIRMED, POLICY, evaluate(doubtful(2).to(STRANGER), NOON)),
                        NOON)))
                .as("the confirmation was not used up by the refusal")
                .isEqualTo(DecisionStatus.APPROVED);
    }

    @Test
    void anotherIntentIsNotCovered() {
        assertThat(status(decide(doubtful(2).asking(intent(2)), CONFIRMED, NOON)))
                .isEqualTo(DecisionStatus.REJECTED);
        assertThat(status(decide(doubtful(2).asking(null), CONFIRMED, NOON))).isEqualTo(DecisionStatus.REJECTED);
    }

    /** It was good for one request, and this was one, though it would have been approved without. */
    @Test
    void anApprovalThatNeedsNoConfirmationUsesItUpToo() {
        assertThat(decide(withdrawal(2, "1").asking(intent(1)), CONFIRMED, NOON))
                .hasExactlyElementsOfTypes(RequestDecided.class, ConfirmationSpent.class, ReservationOpened.class);
    }

    @Test
    void aQuestionThatWaitsIsNotUsedUp() {
        assertThat(decide(withdrawal(2, "1").asking(intent(1)), ASKED, NOON))
                .hasExactlyElementsOfTypes(RequestDecided.class, ReservationOpened.class);
    }

    @Test
    void aRepeatOfTheRefusedRequestStaysRefused() {
        assertThat(decide(doubtful(1), CONFIRMED, NOON)).isEmpty();
    }

    /** Or a policy that is to be live tomorrow would seem stricter than it is. */
    @Test
    void theShadowHeedsTheConfirmationToo() {
        Policies policies = new Policies(POLICY, SamplePolicy.doubting(2));

        RequestDecided decided =
                (RequestDecided) AccountDecider.decide(evaluate(doubtful(2), NOON), CONFIRMED, policies)
                        .getFirst();

        assertThat(decided.shadow()).extracting(ShadowVerdict::status).isEqualTo(DecisionStatus.APPROVED);
    }

    private static RequestSample doubtful(long n) {
        return withdrawal(n, "60").asking(intent(1));
    }

    private static ApplyControl confirm(Authority authority, Instant at) {
        return control(1, "a person", authority, new ControlChange.ConfirmIntent(QUESTION), at);
    }

    private static List<AccountEvent> confirming(ApplyControl command, Account account) {
        return AccountDecider.decide(command, account, Policies.only(POLICY));
    }

    private static List<AccountEvent> decide(RequestSample request, Account account, Instant at) {
        return AccountDecider.decide(evaluate(request, at), account, Policies.only(POLICY));
    }

    private static DecisionStatus status(List<AccountEvent> events) {
        return ((RequestDecided) events.getFirst()).status();
    }
}
