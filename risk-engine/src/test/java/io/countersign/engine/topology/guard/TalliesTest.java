package io.countersign.engine.topology.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.domain.account.AccountEvent.RequestDecided;
import io.countersign.domain.account.Circumstances;
import io.countersign.domain.control.EndpointClass;
import io.countersign.domain.finding.DecisionStatus;
import io.countersign.domain.finding.Finding;
import io.countersign.domain.finding.RuleId;
import io.countersign.domain.id.AccountId;
import io.countersign.domain.id.ConnectionId;
import io.countersign.domain.id.RequestId;
import io.countersign.domain.id.WireDigest;
import io.countersign.domain.policy.Guard;
import io.countersign.domain.request.Endpoint;
import io.countersign.domain.request.RequestFacts;
import io.countersign.wire.message.TallyMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What of the decisions of one task counts. */
class TalliesTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Guard GUARD = new Guard(0.5, 2, Duration.ofHours(1));

    private final Tallies tallies = new Tallies();

    @Test
    void anAccountCountsOnceHoweverOftenItTries() {
        count("alice", NOON, "daily-cap");
        count("alice", NOON, "daily-cap");
        count("alice", NOON);
        count("bob", NOON);

        assertThat(tallies.take()).containsExactly(tally(NOON, 2, 1));
    }

    @Test
    void whatWasTakenIsNotCountedAgain() {
        count("alice", NOON);
        tallies.take();

        count("alice", NOON);
        assertThat(tallies.take()).isEmpty();

        count("alice", NOON, "daily-cap");
        assertThat(tallies.take()).containsExactly(tally(NOON, 0, 1));
    }

    @Test
    void aRejectionThatNoPolicyCanHelpDoesNotCount() {
        count("alice", NOON, "deadline");
        count("bob", NOON, "connection-bound", "account-freeze");
        count("carol", NOON, "order-id");
        assertThat(tallies.take()).isEmpty();

        count("dave", NOON, "deadline", "daily-cap");
        assertThat(tallies.take()).containsExactly(tally(NOON, 1, 1));
    }

    @Test
    void aWindowBeginsAtItsFirstMillisecond() {
        count("alice", NOON.minusMillis(1));
        count("alice", NOON);

        assertThat(tallies.take()).containsExactly(tally(NOON.minus(GUARD.window()), 1, 0), tally(NOON, 1, 0));
    }

    @Test
    void readingAndMovingFundsAreCountedApart() {
        tallies.count(decided("alice", false, NOON), GUARD);
        count("alice", NOON, "daily-cap");

        assertThat(tallies.take())
                .containsExactly(new TallyMessage(1, EndpointClass.READING, NOON, 1, 0), tally(NOON, 1, 1));
    }

    private void count(String account, Instant at, String... objections) {
        tallies.count(decided(account, true, at, objections), GUARD);
    }

    private static TallyMessage tally(Instant start, long decided, long rejected) {
        return new TallyMessage(1, EndpointClass.FUND_MOVING, start, decided, rejected);
    }

    private static RequestDecided decided(String account, boolean movesFunds, Instant at, String... objections) {
        List<Finding> findings = Stream.of(objections)
                .map(rule -> Finding.reject(new RuleId(rule), "", "", ""))
                .toList();
        RequestFacts facts = new RequestFacts(
                new RequestId("0".repeat(32)),
                new AccountId(account),
                new ConnectionId("c0".repeat(16)),
                new Endpoint("POST", "/withdraw"),
                movesFunds,
                null,
                null,
                null,
                WireDigest.of(new byte[32]),
                at,
                at);
        DecisionStatus status = objections.length == 0 ? DecisionStatus.APPROVED : DecisionStatus.REJECTED;
        return new RequestDecided(facts, Circumstances.NONE, status, findings, 1, null, at, at, at);
    }
}
