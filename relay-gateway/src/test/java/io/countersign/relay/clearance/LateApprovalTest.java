package io.countersign.relay.clearance;

import static io.countersign.relay.testing.Approvals.NOON;
import static io.countersign.relay.testing.Approvals.WIRE;
import static io.countersign.relay.testing.Approvals.facts;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.domain.account.OutcomeClass;
import io.countersign.relay.testing.Approvals;
import io.countersign.wire.message.DecisionBody;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Approvals that are found after their time: by a relay that lagged, or as copies that somebody put on the topic. */
class LateApprovalTest {

    private static final Instant DEADLINE = NOON.plusSeconds(5);

    private final Desk desk = new Desk(Duration.ofMillis(150));
    private final Approvals approvals = desk.approvals();
    private final Clearance clearance = desk.clearance();

    @ParameterizedTest(name = "{0} after the deadline: {1}")
    @CsvSource({
        "PT0.001S, EXPIRED", // it never left and will not
        "PT3M,      EXPIRED", // the last instant at which a relay that has just started would know of having sent it
        "PT3M0.001S, UNKNOWN", // it may have been sent by a relay before that, and be a copy
    })
    void aLateApprovalIsNotSent(Duration late, OutcomeClass expected) {
        Ruling ruling = desk.rule(approvals.approval(facts(DEADLINE), WIRE), DEADLINE.plus(late));

        assertThat(ruling).isInstanceOfSatisfying(Ruling.Withhold.class, withhold -> {
            assertThat(withhold.outcome()).isEqualTo(expected);
            assertThat(withhold.suspect()).isFalse();
        });
    }

    @Test
    void aGenuineDecisionSaysWhenItWasTakenAndNothingElseDoes() {
        DecisionBody approval = approvals.approval(facts(DEADLINE), WIRE);
        byte[] genuine = desk.signed(approval);

        assertThat(clearance.decidedAt(Desk.KEY, genuine)).contains(approval.decidedAt());
        assertThat(clearance.decidedAt("mallory".getBytes(StandardCharsets.US_ASCII), genuine))
                .isEmpty();
        assertThat(clearance.decidedAt(Desk.KEY, desk.encoded(new Approvals().sign(approval))))
                .isEmpty();
        assertThat(clearance.decidedAt(Desk.KEY, new byte[] {0})).isEmpty();
    }

    /** The engine may be told an earlier one than the signature has. */
    @Test
    void theApprovedDeadlineCountsThoughTheSignatureLivesOn() {
        Instant earlier = DEADLINE.minusSeconds(1);
        DecisionBody approval = approvals.approval(facts(earlier), WIRE);

        assertThat(desk.rule(approval, earlier)).isInstanceOfSatisfying(Ruling.Send.class, send -> assertThat(
                        send.request().latest())
                .isEqualTo(earlier));
        assertThat(desk.rule(approval, earlier.plusMillis(1))).isInstanceOf(Ruling.Withhold.class);
    }

    @Test
    void theMarginIsKept() {
        DecisionBody approval = approvals.approval(facts(DEADLINE), WIRE);

        assertThat(desk.rule(approval, DEADLINE.minusMillis(150))).isInstanceOf(Ruling.Send.class);
        assertThat(desk.rule(approval, DEADLINE.minusMillis(149))).isInstanceOf(Ruling.Withhold.class);
    }
}
