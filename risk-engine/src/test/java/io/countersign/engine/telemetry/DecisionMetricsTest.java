package io.countersign.engine.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.domain.account.AccountEvent.RequestDecided;
import io.countersign.domain.account.Circumstances;
import io.countersign.domain.account.ShadowVerdict;
import io.countersign.domain.control.EndpointClass;
import io.countersign.domain.finding.DecisionStatus;
import io.countersign.domain.finding.Finding;
import io.countersign.domain.finding.RuleId;
import io.countersign.domain.finding.Verdict;
import io.countersign.domain.id.AccountId;
import io.countersign.domain.id.ConnectionId;
import io.countersign.domain.id.RequestId;
import io.countersign.domain.id.WireDigest;
import io.countersign.domain.request.Endpoint;
import io.countersign.domain.request.RequestFacts;
import io.countersign.wire.message.AlertKind;
import io.countersign.wire.message.AlertMessage;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class DecisionMetricsTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private static final Finding OBJECTION =
            new Finding(new RuleId("daily-cap"), Verdict.REJECT, "1", "0", "too much", 0);

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final DecisionMetrics metrics = new DecisionMetrics(meters, () -> NOON);

    @Test
    void aShadowThatDisagreesIsCountedEitherWay() {
        metrics.decided(decided(DecisionStatus.APPROVED, DecisionStatus.REJECTED));
        metrics.decided(decided(DecisionStatus.REJECTED, DecisionStatus.APPROVED));
        metrics.decided(decided(DecisionStatus.REJECTED, DecisionStatus.APPROVED));
        metrics.decided(decided(DecisionStatus.APPROVED, DecisionStatus.APPROVED));

        assertThat(disagreements("approved", "rejected")).isEqualTo(1);
        assertThat(disagreements("rejected", "approved")).isEqualTo(2);
        assertThat(meters.find("countersign.shadow.disagreements").counters()).hasSize(2);
    }

    @Test
    void aDecisionIsCountedWithItsAgeAndItsObjectionsAndWithoutItsAccount() {
        DecisionMetrics metrics = new DecisionMetrics(meters, () -> NOON.plusMillis(40));

        metrics.decided(decided(List.of(OBJECTION), DecisionStatus.REJECTED, DecisionStatus.REJECTED));

        assertThat(meters.get("countersign.decisions")
                        .tag("status", "rejected")
                        .counter()
                        .count())
                .isEqualTo(1);
        assertThat(meters.get("countersign.objections")
                        .tags("rule", "daily-cap", "verdict", "reject")
                        .counter()
                        .count())
                .isEqualTo(1);
        assertThat(meters.get("countersign.decision.latency").timer().totalTime(TimeUnit.MILLISECONDS))
                .isEqualTo(40);
        assertThat(meters.getMeters())
                .flatExtracting(meter -> meter.getId().getTags())
                .noneMatch(tag -> tag.getValue().contains("alice"));
    }

    @Test
    void aBrokerWhoseClockIsAheadGivesNoNegativeAge() {
        DecisionMetrics metrics = new DecisionMetrics(meters, () -> NOON.minusMillis(40));

        metrics.decided(decided(List.of(OBJECTION), DecisionStatus.REJECTED, DecisionStatus.REJECTED));

        assertThat(meters.get("countersign.decision.latency").timer().totalTime(TimeUnit.MILLISECONDS))
                .isZero();
    }

    @Test
    void anAlertIsCountedByKind() {
        metrics.alerted(new AlertMessage(
                AlertKind.REJECTION_SHARE, 1, EndpointClass.READING, 12, 7, 0.5, NOON, NOON, "a sentence"));

        assertThat(meters.get("countersign.alerts")
                        .tag("kind", "rejection_share")
                        .counter()
                        .count())
                .isEqualTo(1);
    }

    private double disagreements(String live, String shadow) {
        return meters.get("countersign.shadow.disagreements")
                .tag("live", live)
                .tag("shadow", shadow)
                .counter()
                .count();
    }

    private static RequestDecided decided(DecisionStatus live, DecisionStatus shadow) {
        return decided(List.of(), live, shadow);
    }

    private static RequestDecided decided(List<Finding> findings, DecisionStatus live, DecisionStatus shadow) {
        RequestFacts facts = new RequestFacts(
                new RequestId("0".repeat(32)),
                new AccountId("alice"),
                new ConnectionId("c0".repeat(16)),
                new Endpoint("GET", "/balances"),
                false,
                null,
                null,
                null,
                WireDigest.of(new byte[32]),
                NOON,
                NOON);
        return new RequestDecided(
                facts,
                Circumstances.NONE,
                live,
                findings,
                1,
                new ShadowVerdict(2, shadow, List.of()),
                NOON,
                NOON,
                NOON);
    }
}
