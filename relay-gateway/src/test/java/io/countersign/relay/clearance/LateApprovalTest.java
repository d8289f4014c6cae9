package io.countersign.relay.clearance;

import static io.countersign.relay.testing.Approvals.NOON;
import static io.countersign.relay.testing.Approvals.WIRE;
import static io.countersign.relay.testing.Approvals.facts;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.domain.account.OutcomeClass;
import io.countersign.reading.EndpointCatalogue;
import io.countersign.reading.StrictReader;
import io.countersign.relay.testing.Approvals;
import io.countersign.wire.codec.SingleObjectFraming;
import io.countersign.wire.codec.TopicCodec;
import io.countersign.wire.message.DecisionBody;
import io.countersign.wire.message.DecisionMessage;
import io.countersign.wire.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Approvals that are found after their time: by a relay that lagged, or as copies that somebody put on the topic. */
class LateApprovalTest {

    private static final Instant DEADLINE = NOON.plusSeconds(5);
    private static final byte[] KEY = "alice".getBytes(StandardCharsets.US_ASCII);

    private final Approvals approvals = new Approvals();
    private final TopicCodec<DecisionMessage> codec = new TopicCodec<>(Topics.DECISIONS, new SingleObjectFraming());
    private final Clearance clearance = new Clearance(
            codec,
            approvals.verifier(),
            approvals.opener(),
            new Rereading(new StrictReader(EndpointCatalogue.load(), Set.of()), approvals.fingerprints()),
            Duration.ofMillis(150));

    @ParameterizedTest(name = "{0} after the deadline: {1}")
    @CsvSource({
        "PT0.001S, EXPIRED", // it never left and will not
        "PT3M,      EXPIRED", // the last instant at which a relay that has just started would know of having sent it
        "PT3M0.001S, UNKNOWN", // it may have been sent by a relay before that, and be a copy
    })
    void aLateApprovalIsNotSent(Duration late, OutcomeClass expected) {
        Ruling ruling = rule(approvals.approval(facts(DEADLINE), WIRE), DEADLINE.plus(late));

        assertThat(ruling).isInstanceOfSatisfying(Ruling.Withhold.class, withhold -> {
            assertThat(withhold.outcome()).isEqualTo(expected);
            assertThat(withhold.suspect()).isFalse();
        });
    }

    @Test
    void aGenuineDecisionSaysWhenItWasTakenAndNothingElseDoes() {
        DecisionBody approval = approvals.approval(facts(DEADLINE), WIRE);
        byte[] genuine = codec.encode(approvals.sign(approval));

        assertThat(clearance.decidedAt(KEY, genuine)).contains(approval.decidedAt());
        assertThat(clearance.decidedAt("mallory".getBytes(StandardCharsets.US_ASCII), genuine))
                .isEmpty();
        assertThat(clearance.decidedAt(KEY, codec.encode(new Approvals().sign(approval))))
                .isEmpty();
        assertThat(clearance.decidedAt(KEY, new byte[] {0})).isEmpty();
    }

    @Test
    void theMarginIsKept() {
        DecisionBody approval = approvals.approval(facts(DEADLINE), WIRE);

        assertThat(rule(approval, DEADLINE.minusMillis(150))).isInstanceOf(Ruling.Send.class);
        assertThat(rule(approval, DEADLINE.minusMillis(149))).isInstanceOf(Ruling.Withhold.class);
    }

    private Ruling rule(DecisionBody body, Instant now) {
        return clearance.rule(KEY, codec.encode(approvals.sign(body)), now);
    }
}
