package io.countersign.engine.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.domain.account.AccountEvent.RequestDecided;
import io.countersign.domain.account.Circumstances;
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
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.StandbyUpdateListener.SuspendReason;
import org.apache.kafka.streams.processor.TaskId;
import org.junit.jupiter.api.Test;

class MetersTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final TopicPartition FIRST = new TopicPartition("changelog", 0);
    private static final TopicPartition SECOND = new TopicPartition("changelog", 1);

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @Test
    void aDecisionIsCountedWithItsAgeAndItsObjectionsAndWithoutItsAccount() {
        DecisionMetrics metrics = new DecisionMetrics(meters, InstantSource.fixed(NOON.plusMillis(40)));

        metrics.decided(rejected());

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
        DecisionMetrics metrics = new DecisionMetrics(meters, InstantSource.fixed(NOON.minusMillis(40)));

        metrics.decided(rejected());

        assertThat(meters.get("countersign.decision.latency").timer().totalTime(TimeUnit.MILLISECONDS))
                .isZero();
    }

    @Test
    void whatIsLeftToRestoreIsTheSumOverPartitionsAndEndsAtZero() {
        RestoreMetrics restore = new RestoreMetrics(meters);

        restore.onRestoreStart(FIRST, "accounts", 0, 100);
        restore.onRestoreStart(SECOND, "accounts", 50, 100);
        restore.onBatchRestored(FIRST, "accounts", 40, 40);
        assertThat(gauge("countersign.restore.records.left")).isEqualTo(110);

        restore.onRestoreEnd(FIRST, "accounts", 100);
        restore.onRestoreSuspended(SECOND, "accounts", 0);
        assertThat(gauge("countersign.restore.records.left")).isZero();
    }

    @Test
    void aCopyIsBehindByWhatItHasNotRead() {
        StandbyMetrics standby = new StandbyMetrics(meters);

        standby.onUpdateStart(FIRST, "accounts", 0);
        standby.onBatchLoaded(FIRST, "accounts", new TaskId(0, 0), 89, 90, 100);
        assertThat(gauge("countersign.standby.records.behind")).isEqualTo(10);

        standby.onUpdateSuspended(FIRST, "accounts", 90, 100, SuspendReason.PROMOTED);
        assertThat(gauge("countersign.standby.records.behind")).isZero();
        assertThat(meters.getMeters()).extracting(Meter::getId).hasSize(1);
    }

    private double gauge(String name) {
        return meters.get(name).tag("store", "accounts").gauge().value();
    }

    private static RequestDecided rejected() {
        RequestFacts facts = new RequestFacts(
                new RequestId("1".repeat(32)),
                new AccountId("alice"),
                new ConnectionId("c0".repeat(16)),
                new Endpoint("POST", "/withdraw"),
                true,
                null,
                null,
                null,
                WireDigest.of(new byte[32]),
                NOON,
                NOON);
        Finding objection = new Finding(new RuleId("daily-cap"), Verdict.REJECT, "1", "0", "too much", 0);
        return new RequestDecided(
                facts, Circumstances.NONE, DecisionStatus.REJECTED, List.of(objection), 1, null, NOON, NOON, NOON);
    }
}
