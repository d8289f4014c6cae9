package io.countersign.engine.topology;

import static io.countersign.engine.topology.EngineHarness.POLICY;
import static io.countersign.engine.topology.EngineHarness.USDT;
import static io.countersign.engine.topology.EngineHarness.withdrawal;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.domain.account.AccountEvent.RequestDecided;
import io.countersign.domain.account.ShadowVerdict;
import io.countersign.domain.control.ControlChange;
import io.countersign.domain.control.FreezeScope;
import io.countersign.domain.finding.DecisionStatus;
import io.countersign.wire.message.DecisionMessage;
import io.countersign.wire.topic.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What holds for every account: policies and freezes, set on the house account and felt by another. */
class HouseTest {

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
    void theConfirmedPolicyJudgesAndAPublishedOneDoesNotYet() {
        engine.publish(2, POLICY.replace("perTransaction: 600", "perTransaction: 100"));
        engine.house("olivia", new ControlChange.ProposePolicy(POLICY));

        engine.send(withdrawal(1, 500));

        assertThat(engine.decisions().getLast().body().policyVersion()).isEqualTo(2);
        assertThat(engine.decisions().getLast().body().status()).isEqualTo(DecisionStatus.REJECTED);
    }

    @Test
    void aPolicyThatCannotBeReadIsRefusedWithTheLine() {
        engine.house("olivia", new ControlChange.ProposePolicy("zone: Atlantis"));

        DecisionMessage refusal = engine.decisions().getLast();
        assertThat(refusal.body().status()).isEqualTo(DecisionStatus.REJECTED);
        assertThat(refusal.body().findings().getFirst().sentence()).startsWith("policy, line 1");
    }

    @Test
    void aFreezeOnTheHouseStopsEveryAccountAndIsRecordedWithTheDecision() {
        engine.house("olivia", new ControlChange.FreezeAccount(new FreezeScope.OfAsset(USDT), "depeg", null));

        engine.send(withdrawal(1, 500));

        assertThat(engine.decisions().getLast().body().status()).isEqualTo(DecisionStatus.REJECTED);
        assertThat(engine.events().getLast()).isInstanceOfSatisfying(RequestDecided.class, decided -> assertThat(
                        decided.circumstances().freezes())
                .hasSize(1));
    }

    @Test
    void aPolicyInShadowIsRecordedAndHasNoEffect() {
        engine.house(
                "olivia", new ControlChange.ProposePolicy(POLICY.replace("perTransaction: 600", "perTransaction: 1")));
        engine.house("olivia", new ControlChange.ShadowPolicy(2));

        engine.send(withdrawal(1, 500));

        assertThat(engine.decisions().getLast().body().status()).isEqualTo(DecisionStatus.APPROVED);
        assertThat(engine.events())
                .filteredOn(RequestDecided.class::isInstance)
                .singleElement()
                .isInstanceOfSatisfying(RequestDecided.class, decided -> {
                    ShadowVerdict shadow = Objects.requireNonNull(decided.shadow());
                    assertThat(shadow.policyVersion()).isEqualTo(2);
                    assertThat(shadow.status()).isEqualTo(DecisionStatus.REJECTED);
                });
    }

    @Test
    void aPolicyThatRejectsTooManyRaisesOneAlert() {
        engine.publish(
                2,
                POLICY.replace("perTransaction: 600", "perTransaction: 1")
                        + "guard: {share: 0.5, atLeast: 1, window: PT1H}");

        engine.send(withdrawal(1, 500));
        engine.send(withdrawal(2, 500));
        engine.passTime(Duration.ofSeconds(2));

        assertThat(engine.read(Topics.ALERTS.name())).hasSize(1);
    }

    @Test
    void withoutAPolicyEveryRequestIsRefused(@TempDir Path stateDir) {
        try (EngineHarness bare = EngineHarness.bare(stateDir, 1)) {
            bare.admit();

            bare.send(withdrawal(1, 1));

            assertThat(bare.decisions().getLast().body().status()).isEqualTo(DecisionStatus.REJECTED);
            assertThat(bare.decisions().getLast().body().policyVersion()).isZero();
        }
    }
}
