package io.countersign.gateway.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.domain.finding.DecisionStatus;
import io.countersign.domain.finding.Finding;
import io.countersign.domain.finding.RuleId;
import io.countersign.domain.id.AccountId;
import io.countersign.domain.id.ConfirmationId;
import io.countersign.domain.id.RequestId;
import io.countersign.wire.message.DecisionBody;
import io.countersign.wire.message.DecisionKind;
import io.countersign.wire.message.PolicyMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class QuestionsTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final AccountId ALICE = new AccountId("alice");
    private static final RequestId FIRST = new RequestId("a".repeat(32));
    private static final RequestId AGAIN = new RequestId("b".repeat(32));

    private final RequestView requests = new RequestView(Duration.ofHours(1), 1L << 20);
    private final PolicyView policies = new PolicyView();
    private final Questions questions = new Questions(requests, policies);

    @BeforeEach
    void publish() {
        publish(1, "PT20M");
        publish(2, "PT5M");
    }

    @Test
    void itIsThePolicysTimeFromTheDecisionOn() {
        asks(FIRST, FIRST, 1, NOON);

        assertThat(questions.confirmBefore(known(FIRST))).contains(NOON.plus(Duration.ofMinutes(20)));
        assertThat(questions.confirmBefore(known(FIRST))).contains(NOON.plus(Duration.ofMinutes(20)));
    }

    @Test
    void whoSignsAgainHasNoLongerForTheSameQuestion() {
        asks(FIRST, FIRST, 1, NOON);
        asks(AGAIN, FIRST, 2, NOON.plusSeconds(60));

        assertThat(questions.confirmBefore(known(AGAIN))).contains(NOON.plus(Duration.ofMinutes(20)));
    }

    @Test
    void nothingIsSaidThatIsNotKnown() {
        asks(AGAIN, FIRST, 1, NOON);
        assertThat(questions.confirmBefore(known(AGAIN)))
                .as("the first is forgotten")
                .isEmpty();

        asks(FIRST, FIRST, 3, NOON);
        assertThat(questions.confirmBefore(known(FIRST)))
                .as("no such policy was read")
                .isEmpty();
        assertThat(questions.confirmBefore(RequestStatus.unknown(new RequestKey(ALICE, FIRST))))
                .isEmpty();
    }

    private void asks(RequestId id, RequestId raisedBy, long policy, Instant at) {
        requests.decided(new DecisionBody(
                DecisionKind.REQUEST,
                id.value(),
                ALICE,
                DecisionStatus.REJECTED,
                List.of(Finding.stepUp(new RuleId("ask"), "", "", "confirm it")),
                policy,
                at,
                null,
                null,
                ConfirmationId.raisedBy(raisedBy)));
    }

    private RequestStatus known(RequestId id) {
        return requests.find(new RequestKey(ALICE, id)).orElseThrow();
    }

    private void publish(long version, String answerWithin) {
        String yaml = """
                zone: UTC
                quote: USDT
                endpoints: [GET /api/v3/account]
                limits: {perTransaction: 1, calendarDay: 1, rolling24h: 1}
                priceMaxAge: PT60S
                retryHorizon: PT1H
                stepUp: {answerWithin: %s, useWithin: PT1M}
                """.formatted(answerWithin);
        policies.published(new PolicyMessage(version, yaml, "officer-1", NOON));
    }
}
